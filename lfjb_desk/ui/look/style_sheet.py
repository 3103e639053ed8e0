"""The style sheet, with names of tokens and sizes where the theme puts theirs."""

SHEET = """
QMainWindow, QDialog, QFrame[role="page"] { background: @window@; }
QWidget { color: @text@; }
QToolTip { background: @surface@; color: @text@; border: 1px solid @edge@; padding: 4px 8px; }

QFrame[role="rail"] { background: @surface@; border: 0; border-right: 1px solid @line@; }
QFrame[role="bar"] { background: @surface@; border: 0; border-bottom: 1px solid @line@; }
QFrame[role="card"] {
    background: @surface@; border: 1px solid @line@; border-radius: 8px;
}
QFrame[role="chosen"] {
    background: @surface@; border: 2px solid @accent@; border-radius: 8px;
}
QFrame[role="popup"] {
    background: @surface@; border: 1px solid @edge@; border-radius: 8px;
}
QFrame[role="sunken"] {
    background: @window@; border: 1px solid @line@; border-radius: 6px;
}
QFrame[role="refusal"] { background: @late_bg@; border: 0; border-top: 1px solid @late@; }
QFrame[role="notice"], QFrame[role="foot"] {
    background: @surface@; border: 0; border-top: 1px solid @line@;
}
QFrame[role="hairline"] { background: @line@; border: 0; max-height: 1px; min-height: 1px; }

QLabel { background: transparent; }
QLabel[role="title"] { font-size: @title@; font-weight: 600; }
QLabel[role="lead"] { font-size: @lead@; font-weight: 600; }
QLabel[role="figure"] { font-size: @figure@; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="soft"] { color: @soft@; }
QLabel[role="reference"] { color: @accent@; text-decoration: underline; }
QLabel[role="small"] { color: @soft@; font-size: @small@; }
QLabel[role="prose"] { font-size: @prose@; }
QLabel[role="label"] { font-weight: 500; }
QLabel[role="fault"] { color: @late@; font-weight: 500; }
QLabel[role="late"] { color: @late@; }
QLabel[role="key"] {
    background: @surface@; border: 1px solid @line@; border-radius: 4px;
    padding: 1px 6px; font-size: @caption@; color: @soft@;
}
QLabel[chip="idle"] {
    background: @idle_bg@; color: @soft@; border-radius: 4px; padding: 3px 8px;
    font-size: @small@; font-weight: 500;
}
QLabel[chip="late"] {
    background: @late_bg@; color: @late@; border-radius: 4px; padding: 3px 8px;
    font-size: @small@; font-weight: 500;
}
QLabel[chip="soon"] {
    background: @soon_bg@; color: @soon@; border-radius: 4px; padding: 3px 8px;
    font-size: @small@; font-weight: 500;
}
QLabel[chip="good"] {
    background: @good_bg@; color: @good@; border-radius: 4px; padding: 3px 8px;
    font-size: @small@; font-weight: 500;
}

QPushButton {
    background: @surface@; color: @text@; border: 1px solid @edge@; border-radius: 6px;
    padding: 0 14px; min-height: @34px@; font-weight: 500; outline: 0;
}
QPushButton:hover { background: @hover@; }
QPushButton:pressed { background: @selected@; }
QPushButton:disabled { color: @edge@; border-color: @line@; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[kind="primary"] {
    background: @accent@; border-color: @accent@; color: @on_accent@; font-weight: 600;
}
QPushButton[kind="primary"]:disabled {
    background: @sunken@; border-color: @line@; color: @edge@;
}
QPushButton[kind="quiet"] { background: transparent; border: 0; padding: 0 10px; }
QPushButton[kind="icon"] { background: transparent; border: 0; padding: 0; min-width: @34px@; }
QPushButton[kind="quiet"]:hover, QPushButton[kind="icon"]:hover,
QPushButton[kind="pick"]:hover { background: @hover@; }
QPushButton[kind="pick"] {
    background: transparent; border: 0; padding: 0 8px; font-weight: 600;
}
QPushButton[kind="find"] {
    background: @window@; color: @soft@; text-align: left; font-weight: 400; padding: 0 12px;
}
QPushButton[kind="find"][small="true"] { padding: 0 8px; }
QPushButton[kind="pill"] {
    border: 1px solid @line@; border-radius: 17px; padding: 0 14px; min-height: @32px@;
}
QPushButton[kind="pill"]:checked {
    background: @selected@; border: 2px solid @accent@; padding: 0 13px; min-height: @30px@;
    font-weight: 600;
}
QPushButton[kind="chip"] {
    background: @idle_bg@; color: @text@; border: 1px solid @idle_bg@; border-radius: 4px;
    padding: 0 8px; min-height: 24px; font-size: @small@; font-weight: 600;
}
QPushButton[kind="chip"]:hover { background: @hover@; border-color: @edge@; }
QPushButton[kind="chip"][tone="late"] {
    background: @late_bg@; color: @late@; border-color: @late_bg@;
}
QPushButton[kind="nav"] {
    border: 0; background: transparent; text-align: left; padding: 0 12px;
    min-height: @40px@; color: @soft@;
}
QPushButton[kind="nav"]:hover { background: @hover@; }
QPushButton[kind="nav"]:checked { background: @selected@; color: @text@; font-weight: 600; }
QPushButton[kind="nav"][low="true"] { min-height: 24px; }
QPushButton[kind="nav"][folded="true"] { padding: 0; text-align: center; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDoubleSpinBox {
    background: @surface@; color: @text@; border: 1px solid @edge@; border-radius: 6px;
    padding: 6px 10px; font-size: @prose@; min-height: @24px@;
    selection-background-color: @accent@; selection-color: @on_accent@;
}
QLineEdit[faulty="true"], QPlainTextEdit[faulty="true"], QComboBox[faulty="true"] {
    border: 2px solid @late@; padding: 5px 9px;
}
QComboBox QLineEdit { border: 0; padding: 0; background: transparent; min-height: 0; }
QComboBox::drop-down { border: 0; width: 28px; }
QComboBox::down-arrow {
    image: none; width: 0; height: 0; border-left: 4px solid @surface@;
    border-right: 4px solid @surface@; border-top: 5px solid @soft@; margin-right: 10px;
}
QComboBox QAbstractItemView, QListView[role="popup"] {
    background: @surface@; color: @text@; border: 1px solid @edge@; outline: 0;
    selection-background-color: @selected@; selection-color: @text@;
}
QComboBox QAbstractItemView::item { padding: 4px 10px; min-height: @24px@; }
QComboBox QAbstractItemView::item:selected { background: @selected@; color: @text@; }
QListView[role="popup"]::item { padding: 6px 10px; min-height: @24px@; border-radius: 6px; }
QListView[role="popup"]::item:selected { background: @selected@; color: @text@; }
QListView[role="popup"]::item:hover { background: @hover@; }
QMenu {
    background: @surface@; color: @text@; border: 1px solid @edge@; padding: 4px;
}
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: @selected@; }
QMenu::item:disabled { color: @edge@; }
QMenu::separator { background: @line@; height: 1px; margin: 4px 8px; }
QCheckBox, QRadioButton { spacing: 8px; min-height: @28px@; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator, QMenu::indicator,
QTableView::indicator, QListView::indicator, QTreeView::indicator {
    background: @surface@; border: 1px solid @edge@; border-radius: 4px;
    width: @16px@; height: @16px@;
}
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked, QMenu::indicator:checked,
QTableView::indicator:checked, QListView::indicator:checked, QTreeView::indicator:checked {
    background: @accent@; border-color: @accent@;
}
QMenu::indicator { margin-left: 6px; }

QTableView, QListView, QTreeView {
    background: @surface@; color: @text@; border: 0; outline: 0;
    selection-background-color: @selected@; selection-color: @text@;
}
QHeaderView { background: @surface@; border: 0; }
QHeaderView::section {
    background: @surface@; color: @soft@; border: 0; border-bottom: 1px solid @edge@;
    font-size: @small@; font-weight: 500; padding: 0 12px; min-height: @36px@;
}
QScrollArea, QScrollArea > QWidget > QWidget[role="scrolled"] {
    background: transparent; border: 0;
}
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: @edge@; border-radius: 4px; min-height: 32px; min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QSplitter::handle { background: transparent; }
QProgressBar {
    background: @sunken@; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px;
}
QProgressBar::chunk { background: @accent@; border-radius: 3px; }
QTabBar::tab {
    background: transparent; color: @soft@; border: 0; border-bottom: 2px solid transparent;
    padding: 8px 12px; font-weight: 500;
}
QTabBar::tab:selected { color: @text@; border-bottom: 2px solid @accent@; font-weight: 600; }
QTabWidget::pane { border: 0; border-top: 1px solid @line@; }
"""

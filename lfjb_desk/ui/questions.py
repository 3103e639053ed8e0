"""The dialogs over the window: a form, and a question with two answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic

from PySide6.QtCore import QCoreApplication, QSize, QTimer
from PySide6.QtWidgets import QDialog, QFrame, QVBoxLayout, QWidget

from lfjb_desk.ui.commands import Command, CommandGroup, chosen
from lfjb_desk.ui.widgets.beside import AS_NEEDED, Beside
from lfjb_desk.ui.widgets.boxes import More, column, row
from lfjb_desk.ui.widgets.focus import FocusRing
from lfjb_desk.ui.widgets.form.form import Answer, FormView
from lfjb_desk.ui.widgets.menus import add_shortcuts
from lfjb_desk.ui.widgets.placing import bounded
from lfjb_desk.ui.widgets.scrolling import Scrolled
from lfjb_desk.ui.widgets.text import button, key_hints, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtWidgets import QPushButton

    from lfjb_desk.ui.look.theme import ActiveTheme
    from lfjb_desk.ui.widgets.form.form import Form

WIDTH, CONFIRM_WIDTH, SIDE = 520, 420, 24
LEAST = (320, 200)
LEAST_HINTS, LEAST_FOOT = 240, 100


class FormDialog(QDialog, Generic[Answer]):
    """A form over the window: Ctrl+Enter saves, Esc puts it aside."""

    def __init__(
        self,
        form: Form[Answer],
        theme: ActiveTheme,
        today: date,
        keep: Callable[[Answer], str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(form.title)
        self.view = FormView(form, today, keep)
        self.view.saved.connect(self.accept)
        self.view.faulted.connect(lambda: QTimer.singleShot(0, self, self._make_room))
        save = form.save or self.tr("Save")
        self.save = button(save, "primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self.view.submit)
        give_up = button(self.tr("Cancel"))
        give_up.setAutoDefault(False)
        give_up.clicked.connect(self.reject)
        add_shortcuts(self, (form_group(lambda: self),))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(SIDE, 20, SIDE, 20)
        outer.setSpacing(16)
        outer.addWidget(words(form.title, "title", wrap=True))
        outer.addWidget(self._build_notice())
        outer.addWidget(self._trouble)
        self._area = self._scrolled(theme)
        outer.addWidget(self._area, 1)
        outer.addLayout(self._build_foot(theme, give_up))
        FocusRing(self, theme)
        self.setMinimumSize(bounded(QSize(*LEAST), self))  # of its own, so nothing makes it larger
        self._fit(theme)
        self.view.focus_first()  # else Qt may choose the button, and the first letters are lost

    def say_filled(self, sentence: str) -> None:
        """Say that what stands in it was typed before, with the way to start afresh."""
        self._filled.setText(sentence)
        self.notice.show()

    def say_trouble(self, sentence: str) -> None:
        """Say why what is typed is not kept, or nothing once it is."""
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))

    def _build_notice(self) -> QFrame:
        self.notice = QFrame()
        self._filled = words("", "soft", wrap=True)
        self._trouble = words("", "late", wrap=True)
        self._trouble.hide()
        self.afresh = button(self.tr("Start afresh"), "quiet")
        self.afresh.setAutoDefault(False)
        self.afresh.clicked.connect(self.view.start_afresh)
        self.afresh.clicked.connect(self.notice.hide)
        line = row(self._filled, self.afresh)
        line.setStretch(0, 1)
        self.notice.setLayout(line)
        self.notice.hide()
        return self.notice

    def _build_foot(self, theme: ActiveTheme, give_up: QPushButton) -> Beside:
        save = self.save.text().lower()
        hints = key_hints(("Ctrl Enter", save), ("Esc", self.tr("cancel")))
        foot = Beside(theme, gap=8)
        foot.put(hints, width=AS_NEEDED, least=LEAST_HINTS)
        foot.put(row(give_up, self.save), width=AS_NEEDED)
        return foot

    def _scrolled(self, theme: ActiveTheme) -> Scrolled:
        box = QVBoxLayout()
        box.setContentsMargins(4, 4, 4, 4)
        box.addWidget(self.view)
        self.view.setMaximumWidth(theme.px(560))
        return Scrolled(box)

    def _fit(self, theme: ActiveTheme) -> None:
        """Be as large as the form needs, but never larger than the screen: the rest scrolls."""
        wide = theme.px(WIDTH)
        wished = self._area.height_for(wide - 2 * SIDE) + theme.px(170)
        self.resize(bounded(QSize(wide, wished), self))

    def _make_room(self) -> None:
        """Make room for what is wrong, as far as the screen has it, and bring it into sight."""
        wished = self._area.height_for(self._area.maximumViewportSize().width())
        more = wished - self._area.height()
        if more > 0:
            self.resize(bounded(QSize(self.width(), self.height() + more), self))
        fault = self.view.first_fault()
        if fault is not None:
            QTimer.singleShot(0, fault, lambda: self._area.ensureWidgetVisible(fault, 0, 8))


class ConfirmDialog(QDialog):
    """One question with two answers; the safe one is chosen at first."""

    def __init__(
        self,
        question: str,
        detail: str,
        verb: str,
        theme: ActiveTheme,
        parent: QWidget,
        more: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(question)
        self.agree = button(verb, "primary")
        self.agree.setAutoDefault(False)
        self.agree.clicked.connect(self.accept)
        self.keep = button(self.tr("Cancel"))
        self.keep.setDefault(True)
        self.keep.clicked.connect(self.reject)
        self.more = More()
        self.more.show_sentences(question, more)
        self.more.setVisible(bool(more))
        sentence = words(detail, "soft", wrap=True)
        lines = column(words(question, "lead", wrap=True), sentence, self.more, gap=12)
        lines.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(SIDE, 20, SIDE, 20)
        outer.setSpacing(12)
        self._area, self._theme = Scrolled(lines), theme
        outer.addWidget(self._area, 1)
        outer.addLayout(row(None, self.keep, self.agree))
        self.setMinimumSize(bounded(QSize(*LEAST), self))
        self._fit()
        self.more.control.toggled.connect(lambda: QTimer.singleShot(0, self, self._fit))
        FocusRing(self, theme)
        self.keep.setFocus()

    def _fit(self) -> None:
        """Be as large as its words need, but never larger than the screen: the rest scrolls."""
        wide = self._theme.px(CONFIRM_WIDTH)
        wished = self._area.height_for(wide - 2 * SIDE) + self._theme.px(LEAST_FOOT)
        self.resize(bounded(QSize(wide, wished), self))


def form_group(current: Callable[[], FormDialog[Any] | None]) -> CommandGroup[FormDialog[Any]]:
    """Return what can be done by key in the form that is asked now."""
    save: Command[FormDialog[Any]] = Command(
        "{0}",
        lambda dialog: dialog.view.submit(),
        "check-circle",
        "Ctrl+Enter",
        other_shortcut="Ctrl+Return",
    )
    return CommandGroup(
        QCoreApplication.translate("FormDialog", "Any form"),
        (save,),
        chosen(current),
        lambda dialog: dialog.save.text(),
        QCoreApplication.translate("FormDialog", "Save what the form asks"),
    )

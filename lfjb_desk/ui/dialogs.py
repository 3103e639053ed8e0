"""Every question to the user; tests answer them from a script."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from lfjb_desk.ui.questions import FormDialog
    from lfjb_desk.ui.theme import ActiveTheme
    from lfjb_desk.ui.widgets.form import Answer, Form

    Follow = Callable[[FormDialog[Any], Form[Any], Callable[[], object]], Callable[[bool], None]]


class Dialogs(QObject):
    """Asks the user over the window it belongs to."""

    def __init__(self, window: QWidget, theme: ActiveTheme, today: date) -> None:
        super().__init__(window)
        self._window, self._theme, self._today = window, theme, today
        self.follow: Follow | None = None
        """Keeps the words of an open form; the window gives it."""

    def ask_form(self, form: Form[Answer], keep: Callable[[Answer], str]) -> bool:
        """Ask a form until `keep` takes the answers or the user gives up; say which.

        `keep` returns why it refuses the answers, or nothing. What was typed stays, and is put
        aside where the user gives up.
        """
        # Late, as below: no start asks anything, and a form brings in every kind of field.
        from lfjb_desk.ui.questions import FormDialog  # noqa: PLC0415

        dialog = FormDialog(form, self._theme, self._today, keep, self._window)
        close = None
        if self.follow is not None:
            close = self.follow(dialog, form, lambda: self.ask_form(form, keep))
        taken = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if close is not None:
            close(taken)
        return taken

    def confirm(self, question: str, detail: str, verb: str) -> bool:
        """Ask before what cannot be undone; `verb` stands on the button."""
        from lfjb_desk.ui.questions import ConfirmDialog  # noqa: PLC0415 - see `ask_form`

        dialog = ConfirmDialog(question, detail, verb, self._theme, self._window)
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return agreed

    def choose_file(self, title: str, pattern: str) -> Path | None:
        """Ask for a file to read; `pattern` is such as `Figures (*.csv *.xlsx)`."""
        name, _ = QFileDialog.getOpenFileName(self._window, title, "", pattern)
        return Path(name) if name else None

    def choose_files(self, title: str, pattern: str) -> tuple[Path, ...]:
        """Ask for several files to read; none where the user gives up."""
        names, _ = QFileDialog.getOpenFileNames(self._window, title, "", pattern)
        return tuple(Path(name) for name in names)

    def choose_folder(self, title: str) -> Path | None:
        """Ask for a folder to write into."""
        name = QFileDialog.getExistingDirectory(self._window, title)
        return Path(name) if name else None

    def save_file(self, title: str, suggested: str, pattern: str) -> Path | None:
        """Ask where to write a file, with a name suggested."""
        name, _ = QFileDialog.getSaveFileName(self._window, title, suggested, pattern)
        return Path(name) if name else None

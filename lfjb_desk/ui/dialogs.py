"""Every question to the user; tests answer them from a script."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from lfjb_desk.ui.look.theme import ActiveTheme
    from lfjb_desk.ui.questions import FormDialog
    from lfjb_desk.ui.widgets.form.form import Answer, Form

    Follow = Callable[[FormDialog[Any], Form[Any], Callable[[], object]], Callable[[bool], None]]

DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation


class Dialogs(QObject):
    """Asks the user over the window it belongs to."""

    def __init__(self, window: QWidget, theme: ActiveTheme, today: date) -> None:
        super().__init__(window)
        self._window, self._theme, self._today = window, theme, today
        self._used: Path | None = None
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

    def confirm(self, question: str, detail: str, verb: str, more: Sequence[str] = ()) -> bool:
        """Ask before what cannot be undone; `verb` stands on the button.

        What is `more` than a reader needs is hidden until it is asked for.
        """
        from lfjb_desk.ui.questions import ConfirmDialog  # noqa: PLC0415 - see `ask_form`

        dialog = ConfirmDialog(question, detail, verb, self._theme, self._window, more)
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return agreed

    def choose_file(self, title: str, pattern: str) -> Path | None:
        """Ask for a file to read; `pattern` is such as `Figures (*.csv *.xlsx)`."""
        begin = str(self._folder())
        name, _ = QFileDialog.getOpenFileName(self._window, title, begin, pattern)
        return self._remember(name)

    def choose_files(self, title: str, pattern: str) -> tuple[Path, ...]:
        """Ask for several files to read; none where the user gives up."""
        begin = str(self._folder())
        names, _ = QFileDialog.getOpenFileNames(self._window, title, begin, pattern)
        return tuple(path for path in map(self._remember, names) if path is not None)

    def choose_folder(self, title: str) -> Path | None:
        """Ask for a folder to write into."""
        name = QFileDialog.getExistingDirectory(self._window, title, str(self._folder()))
        self._used = Path(name) if name else self._used
        return Path(name) if name else None

    def save_file(self, title: str, suggested: str, pattern: str) -> Path | None:
        """Ask where to write a file, with a name suggested."""
        begin = str(self._folder() / suggested)
        name, _ = QFileDialog.getSaveFileName(self._window, title, begin, pattern)
        return self._remember(name)

    def save_with_ending(
        self, title: str, suggested: str, pattern: str, ending: str
    ) -> Path | None:
        """Ask where to write a file, whose name then has an ending such as `.docx`.

        The system asks before the file that was named is replaced, and this before another is,
        where the ending was left out.
        """
        out = self.save_file(title, suggested, pattern)
        if out is None or out.suffix.lower() == ending:
            return out
        out = out.with_name(out.name + ending)
        question = self.tr("Replace “{0}”?").format(out.name)
        detail = self.tr("A file with this name is there already; what it holds would be lost.")
        if out.exists() and not self.confirm(question, detail, self.tr("Replace")):
            return None
        return out

    def _folder(self) -> Path:
        """Return where a search for files begins: the folder last used, or the user's documents.

        The folder that the program happens to run in is no place that a user knows.
        """
        if self._used is not None and self._used.is_dir():
            return self._used
        return Path(QStandardPaths.writableLocation(DOCUMENTS) or Path.home())

    def _remember(self, name: str) -> Path | None:
        """Return the path that was chosen, and begin in its folder the next time."""
        if not name:
            return None
        self._used = Path(name).parent
        return Path(name)

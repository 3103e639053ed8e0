"""What was typed into a form and not saved: kept while it is open, and offered again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from lfjb_desk.domain.formatting import clock
from lfjb_desk.services.drafts.draft import Draft, DraftPlace
from lfjb_desk.ui.commands import RUNNING, Running

if TYPE_CHECKING:
    from collections.abc import Callable

    from lfjb_desk.ui.drafts import Drafts
    from lfjb_desk.ui.questions import FormDialog
    from lfjb_desk.ui.shell.context import Context
    from lfjb_desk.ui.widgets.form.form import Form

FORM = "form/"
"""How the keys of forms begin."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("FormDrafts", text)


class FormDrafts(QObject):
    """Keeps each open form at every change, once something in it was changed."""

    put_aside = Signal(object)
    """A form was given up with something typed into it: its `Draft`."""
    opened = Signal(str)
    """A form stands open: the key of its draft, whether there is one yet or not."""

    def __init__(self, drafts: Drafts, context: Context, stand: Callable[[], DraftPlace]) -> None:
        """Take where drafts are kept, and how to learn which record the window shows."""
        super().__init__(drafts)
        self._drafts, self._context, self._stand = drafts, context, stand
        self.again: dict[str, Callable[[], object]] = {}
        """What asks a form once more that was put aside since the start, by its key."""

    def follow(
        self, dialog: FormDialog[Any], form: Form[Any], again: Callable[[], object]
    ) -> Callable[[bool], None]:
        """Fill a form from what is kept of it, and keep it as it is changed.

        `again` asks it once more. Return what is to be called once it is closed, with whether it
        was saved.
        """
        place, view = self._place(), dialog.view
        key = _key(form, place)
        before = self._drafts.draft(key)
        if before is not None:
            view.type_again(before.words, before.field, before.cursor)
            at = clock(before.at.astimezone().time())
            dialog.say_filled(_tr("Filled in from what you typed at {0}").format(at))
        self.opened.emit(key)

        def say_trouble() -> None:
            dialog.say_trouble(self._drafts.trouble)

        def keep() -> None:
            words = view.typed()
            if words:
                now = self._context.clock()
                self._drafts.keep(Draft(key, form.title, words, now, place, *view.typing_at()))
            else:
                self._drafts.forget(key)

        def close(saved: bool) -> None:  # noqa: FBT001 - the answer of a dialog
            self._drafts.changed.disconnect(say_trouble)
            self.again.pop(key, None)
            draft = self._drafts.draft(key)
            if saved:
                self._drafts.forget(key)
            elif draft is not None:
                self.again[key] = again
                self.put_aside.emit(draft)

        say_trouble()
        self._drafts.changed.connect(say_trouble)
        view.edited.connect(keep)
        return close

    def _place(self) -> DraftPlace:
        running, here = RUNNING.get() or Running(), self._stand()
        return DraftPlace(
            here.page,
            here.kind,
            here.record,
            self._context.area_id,
            self._context.group_id,
            running.label,
            running.subject_id,
        )


def _key(form: Form[Any], place: DraftPlace) -> str:
    """Return what tells a form on a record from every other."""
    answer = getattr(form.answer, "__qualname__", "")
    about = form.about or place.subject or place.group or ""
    return f"{FORM}{answer}/{form.title}/{about}"

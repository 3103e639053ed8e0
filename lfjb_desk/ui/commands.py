"""A command: what the user can do, told once for menus, buttons, keys, Ctrl+K and help."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass, is_dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Subject = TypeVar("Subject")


@dataclass(frozen=True)
class Running:
    """The command that is being carried out, and what on."""

    label: str = ""
    subject: object = None

    @property
    def subject_id(self) -> str:
        """The id of the record that it is carried out on; empty where it needs none.

        A read model stands for the row that it tells of first.
        """
        return _id_of(self.subject)


RUNNING: ContextVar[Running | None] = ContextVar("RUNNING", default=None)
"""What is being carried out now, for whoever asks a question in the course of it."""


def _id_of(subject: object) -> str:
    for name in ("id", "key"):
        found = getattr(subject, name, None)
        if isinstance(found, UUID):
            return str(found)
    inner = vars(subject).values() if is_dataclass(subject) else ()
    return next(filter(None, map(_id_of, inner)), "")


def _always(_subject: object) -> bool:
    return True


def _nameless(_subject: object) -> str:
    return ""


@dataclass(frozen=True)
class BoundCommand:
    """A command with what it is carried out on, as a menu, a button or the Ctrl+K box offers it."""

    label: str
    run: Callable[[], object]
    icon: str = "caret-right"
    shortcut: str = ""
    about: str = ""
    """What it is carried out on, such as `A-014`; empty where the label says it."""
    heading: str = ""
    """The kind of thing that it is carried out on, such as `The chosen action`."""
    is_chosen: bool | None = None
    """Whether it stands for the choice that is made now; None where it is no choice."""
    other_names: str = ""
    """What else people call it; it is found by these too."""
    verb: str = ""
    """Its own words without those of what it is carried out on, where its label has both."""


@dataclass(frozen=True)
class Command(Generic[Subject]):
    """Something that the user can do with a subject, such as the chosen action."""

    label: str
    """Its words everywhere; `{0}` in them stands for the name of the subject."""
    run: Callable[[Subject], object]
    icon: str = "caret-right"
    shortcut: str = ""
    """Its key as Qt writes it, such as `Ctrl+N`; empty where it has none."""
    offered: Callable[[Subject], bool] = _always
    """Tell whether it makes sense for a subject as it is now."""
    other_shortcut: str = ""
    """A second key for the same, where the systems differ."""
    other_names: str = ""
    """What else people call it, such as `help`; it is found by these words too."""

    def bind(self, subject: Subject, name: str = "", heading: str = "") -> BoundCommand:
        """Return the command to be carried out on a subject that has a name."""
        says_name = "{0}" in self.label
        return BoundCommand(
            self.label.replace("{0}", name).strip(),
            partial(self.carry_out, subject),
            self.icon,
            self.shortcut,
            "" if says_name else name,
            heading,
            other_names=self.other_names,
            verb=self.label.replace("{0}", "").strip() if says_name else "",
        )

    def carry_out(self, subject: Subject) -> None:
        """Do it, and let whoever asks a question meanwhile know what is being done."""
        before = RUNNING.set(Running(self.label, subject))
        try:
            self.run(subject)
        finally:
            RUNNING.reset(before)

    @property
    def shortcuts(self) -> tuple[str, ...]:
        """The keys that carry it out."""
        return tuple(key for key in (self.shortcut, self.other_shortcut) if key)


@dataclass(frozen=True)
class CommandGroup(Generic[Subject]):
    """Commands that share their subjects: the record chosen on a page, or what hangs on it."""

    heading: str
    """What they are carried out on, such as `The chosen action`; the help says it."""
    commands: tuple[Command[Subject], ...]
    subjects: Callable[[], Iterable[Subject]]
    """Return what they can be carried out on now; nothing while nothing is chosen."""
    name: Callable[[Subject], str] = _nameless
    noun: str = "…"
    """What the help says where a label has the name of its subject."""
    in_list: bool = False
    """Whether their keys work only while their list has the focus."""

    def offered(self, subject: Subject) -> tuple[BoundCommand, ...]:
        """Return what makes sense for a subject now, in the order of the menu."""
        name = self.name(subject)
        return tuple(
            command.bind(subject, name, self.heading)
            for command in self.commands
            if command.offered(subject)
        )

    def ready(self) -> tuple[BoundCommand, ...]:
        """Return all that can be carried out at this moment."""
        return tuple(bound for subject in self.subjects() for bound in self.offered(subject))

    def carry_out(self, command: Command[Subject]) -> bool:
        """Carry a command out on the first subject for which it makes sense; tell whether."""
        for subject in self.subjects():
            if command.offered(subject):
                command.carry_out(subject)
                return True
        return False

    def on_current(
        self, command: Command[Subject], otherwise: Callable[[], object] | None = None
    ) -> BoundCommand:
        """Return a command for a button that stays: it is carried out on what is current then.

        `otherwise` says what is missing where there is nothing to carry it out on.
        """

        def run() -> None:
            if not self.carry_out(command) and otherwise is not None:
                otherwise()

        label = command.label.replace("{0}", self.noun)
        about = f"{self.heading[:1].lower()}{self.heading[1:]}"
        return BoundCommand(label, run, command.icon, command.shortcut, about)

    def only_while(self, is_shown: Callable[[], bool]) -> CommandGroup[Subject]:
        """Return the same commands, offered only while something is shown."""
        return replace(self, subjects=lambda: self.subjects() if is_shown() else ())


AnyGroup = CommandGroup[Any]


def page_command(
    label: str,
    run: Callable[[], object],
    icon: str = "caret-right",
    shortcut: str = "",
    *,
    offered: Callable[[], bool] = lambda: True,
    other_names: str = "",
) -> Command[None]:
    """Return a command that needs no record, such as one that adds the first."""
    return Command(
        label, lambda _: run(), icon, shortcut, lambda _: offered(), other_names=other_names
    )


def page_group(heading: str, *commands: Command[None]) -> CommandGroup[None]:
    """Return commands that need no record as a group."""
    return CommandGroup(heading, commands, lambda: (None,))


def find_again(groups: Sequence[AnyGroup], label: str, subject_id: str) -> BoundCommand | None:
    """Return a command by its label and the id of its subject, if it can be carried out now."""
    for group in groups:
        for command in group.commands:
            for subject in group.subjects() if command.label == label else ():
                if _id_of(subject) == subject_id and command.offered(subject):
                    return command.bind(subject, group.name(subject), group.heading)
    return None


def ready(groups: Sequence[AnyGroup]) -> tuple[BoundCommand, ...]:
    """Return all that can be carried out now, in the order of the groups."""
    return tuple(bound for group in groups for bound in group.ready())


def chosen(current: Callable[[], Subject | None]) -> Callable[[], tuple[Subject, ...]]:
    """Return the subjects of a group whose subject is the current one, if there is one."""

    def subjects() -> tuple[Subject, ...]:
        subject = current()
        return () if subject is None else (subject,)

    return subjects

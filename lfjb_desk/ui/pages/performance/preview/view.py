"""What a file was understood as, before anything is taken from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from typing_extensions import override

from lfjb_desk.domain.formatting import NOT_HELD, count, long_date, number
from lfjb_desk.services.imports.preview import FigureStatus, Preview, Taken, stands_twice
from lfjb_desk.ui.commands import Command, CommandGroup, chosen
from lfjb_desk.ui.pages.performance.preview.questions import Questions
from lfjb_desk.ui.pages.performance.view import View
from lfjb_desk.ui.tables.row_table import RowTable
from lfjb_desk.ui.tables.tables import Cell, Column
from lfjb_desk.ui.widgets.beside import AS_NEEDED, LEAST_LIST, Beside
from lfjb_desk.ui.widgets.boxes import Card, Detail, Pills, column
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.scrolling import Stack
from lfjb_desk.ui.widgets.text import breakable, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal
    from uuid import UUID

    from lfjb_desk.importers.figures import Refusal
    from lfjb_desk.services.imports.preview import Answers
    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.shell.contract import Desk

SHOWN = 200
"""How many figures, and how many refusals, are shown of a file."""
ORDER = {FigureStatus.REVISED: 0, FigureStatus.NEW: 1, FigureStatus.UNCHANGED: 2}


class PreviewView(View):
    """Shows a preview: its figures, refusals and questions, and the button that takes it."""

    key = "preview"
    has_back = False

    answered = Signal()
    taken = Signal()
    given_up = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.preview: Preview | None = None
        self._names: Mapping[UUID, str] = {}
        self._of_file = self._commands()
        theme, icons = desk.theme, desk.icons
        self.figures: RowTable[Taken] = RowTable(
            theme, icons, self.tr("Figures in the file"), self._figure_columns(), key=id
        )
        self.refused: RowTable[Refusal] = RowTable(
            theme, icons, self.tr("What was refused"), self._refused_columns(), key=id
        )
        self.repeats: RowTable[Refusal] = RowTable(
            theme, icons, self.tr("What stands twice"), self._repeat_columns(), key=id
        )
        self.questions = Questions(desk.context.today)
        self.questions.answered.connect(self.answered)
        self.pills = Pills(self._turn_to)
        self.limit = words("", "small", wrap=True)
        self._parts = {
            "questions": self.questions,
            "figures": self.figures,
            "refused": self.refused,
            "repeats": self.repeats,
        }
        self._stack = Stack()
        for part in self._parts.values():
            self._stack.addWidget(part)
        self.pane = Detail(theme, self.tr("What the file was understood as"))
        self._lay_out()

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        return self.here(self._of_file)

    def _commands(self) -> CommandGroup[Preview]:
        return CommandGroup(
            self.tr("The file to be imported"),
            (
                Command(
                    self.tr("Take {0}"),
                    lambda _: self.taken.emit(),
                    "check-circle",
                    offered=lambda preview: preview.writes,
                ),
                Command(self.tr("Cancel"), lambda _: self.given_up.emit(), "x-circle"),
            ),
            chosen(lambda: self.preview),
            self._figures_of,
            self.tr("the figures"),
        )

    def _figures_of(self, preview: Preview) -> str:
        """Return how many figures an import would write: `12 figures`."""
        return count(preview.counts.new + preview.counts.revised, self.tr("figure"))

    @override
    def head(self) -> tuple[str, str]:
        under = self.tr("{0}. Nothing is written until you take it.")
        name = self.preview.reading.file_name if self.preview else ""
        return self.tr("Import figures"), under.format(name) if name else ""

    def show_file(self, preview: Preview, names: Mapping[UUID, str]) -> None:
        """Show a file that has just been read; `names` gives the measures that are held."""
        self.questions.clear()
        self._names = {**names, **{measure.id: measure.name for measure in preview.new_measures}}
        self.pills.current = "questions" if preview.questions else "figures"
        self.show_again(preview)

    def show_again(self, preview: Preview) -> None:
        """Show the same file as it stands after an answer."""
        self.preview = preview
        self.questions.ask(preview.questions)
        ranked = sorted(preview.taken, key=lambda figure: ORDER[figure.status])
        self.figures.set_rows(ranked[:SHOWN])
        self.refused.set_rows(preview.refused[:SHOWN])
        self.repeats.set_rows(preview.repeats[:SHOWN])
        self._offer(preview)
        self._show_pane(preview)

    def answers(self) -> Answers:
        """Return what the user has answered."""
        return self.questions.answers()

    def _lay_out(self) -> None:
        card = Card(flush=True)
        limit = column(self.limit)
        limit.setContentsMargins(12, 4, 12, 4)
        card.body.addWidget(self._stack, 1)
        card.body.addLayout(limit)
        across = Beside(self._desk.theme)
        across.put(column(self.pills, card, gap=12), least=LEAST_LIST)
        across.put(self.pane, width=AS_NEEDED)
        self.setLayout(across)

    def _offer(self, preview: Preview) -> None:
        counts = preview.counts
        pills = [
            ("figures", self.tr("Figures  {0}").format(f"{len(preview.taken):,}")),
            ("refused", self.tr("Refused  {0}").format(f"{counts.refused:,}")),
        ]
        if counts.repeated:
            pills.append(("repeats", self.tr("Twice  {0}").format(f"{counts.repeated:,}")))
        elif self.pills.current == "repeats":
            self.pills.current = "figures"
        asked_so_far = len(self.questions.fields)
        if asked_so_far:
            open_still = self.tr("Questions  {0} of {1} open").format(
                len(preview.questions), asked_so_far
            )
            pills.insert(0, ("questions", open_still))
        self.pills.offer(pills, self.pills.current)
        self._turn_to(self.pills.current)

    def _turn_to(self, key: str) -> None:
        self._stack.setCurrentWidget(self._parts[key])
        if self.preview is None:
            return
        numbers = {
            "figures": len(self.preview.taken),
            "refused": len(self.preview.refused),
            "repeats": len(self.preview.repeats),
        }
        over = numbers.get(key, 0) > SHOWN
        self.limit.setText(
            self.tr("The first {0} of {1}.").format(SHOWN, f"{numbers[key]:,}") if over else ""
        )
        self.limit.setVisible(over)

    def _show_pane(self, preview: Preview) -> None:
        reading, counts = preview.reading, preview.counts
        self.pane.clear(reading.file_name)
        body = self.pane.body
        body.addWidget(words(breakable(reading.file_name), "lead", wrap=True))
        body.addWidget(words(reading.layout, "soft", wrap=True))
        body.addSpacing(6)
        self.pane.add_fact(self.tr("Publisher"), preview.publisher)
        for name, how_many in (
            (self.tr("Rows read"), counts.read),
            (self.tr("Figures found"), counts.figures),
            (self.tr("New"), counts.new),
            (self.tr("Revise a figure held"), counts.revised),
            (self.tr("Held already"), counts.unchanged),
            (self.tr("Refused"), counts.refused),
            (self.tr("Wait for an answer"), counts.asked),
        ):
            self.pane.add_fact(name, f"{how_many:,}")
        for remark in self._remarks(preview):
            body.addSpacing(4)
            body.addWidget(words(remark, "small", wrap=True))
        body.addStretch(1)
        self._add_buttons(preview)

    def _remarks(self, preview: Preview) -> list[str]:
        remarks = list(preview.reading.notes)
        if preview.mapping is not None and preview.mapping.held is not None:
            remarks = [*preview.mapping.drift, *remarks]
        if preview.new_measures:
            named = ", ".join(measure.name for measure in preview.new_measures)
            measures_counted = count(len(preview.new_measures), self.tr("new measure"))
            remarks.insert(0, self.tr("Adds {0}: {1}.").format(measures_counted, named))
        if preview.imported_before is not None:
            day = long_date(preview.imported_before.imported_at.date())
            remarks.insert(0, self.tr("This very file was imported on {0}.").format(day))
        if preview.counts.repeated:
            remarks.append(stands_twice(preview.counts.repeated))
        if preview.counts.asked:
            remarks.append(self.tr("What waits for an answer is left out of this import."))
        if not preview.writes:
            remarks.append(self.tr("As it stands there is nothing new to take."))
        return remarks

    def _add_buttons(self, preview: Preview) -> None:
        taking, giving_up = self._of_file.commands
        take = command_button(taking.bind(preview, self._figures_of(preview)), "primary")
        take.setEnabled(preview.writes)
        self.pane.foot.addWidget(take)
        self.pane.foot.addWidget(command_button(giving_up.bind(preview)))

    def _figure_columns(self) -> tuple[Column[Taken], ...]:
        return (
            Column(
                self.tr("Measure and place"),
                lambda taken: Cell(self._names.get(taken.measure_id, ""), taken.figure.place_label),
                stretch=True,
            ),
            Column(
                self.tr("Period"),
                lambda taken: taken.figure.period_label,
                sort=lambda taken: taken.figure.period_start,
            ),
            Column(
                self.tr("Figure"),
                lambda taken: shown(taken.figure.value, taken.figure.marker),
                sort=lambda taken: taken.figure.value,
                right=True,
            ),
            Column(self.tr("What becomes of it"), lambda taken: Cell(self._fate(taken))),
            Column(
                self.tr("Cell"),
                lambda taken: ", ".join(p for p in (taken.figure.sheet, taken.figure.cell) if p),
            ),
        )

    def _fate(self, taken: Taken) -> str:
        if taken.status is FigureStatus.REVISED:
            return self.tr("revises {0}").format(shown(taken.old_value, taken.old_marker))
        return self.tr("new") if taken.status is FigureStatus.NEW else self.tr("held already")

    def _refused_columns(self) -> tuple[Column[Refusal], ...]:
        return (
            Column(
                self.tr("Cell"),
                lambda refusal: ", ".join(p for p in (refusal.sheet, refusal.cell) if p),
            ),
            Column(self.tr("Why it was refused"), lambda refusal: refusal.reason, stretch=True),
        )

    def _repeat_columns(self) -> tuple[Column[Refusal], ...]:
        return (
            Column(
                self.tr("Cell"),
                lambda repeat: ", ".join(p for p in (repeat.sheet, repeat.cell) if p),
            ),
            Column(self.tr("What it repeats"), lambda repeat: repeat.reason, stretch=True),
        )


def shown(value: Decimal | None, marker: str | None) -> str:
    """Return a figure with its marker as they are shown beside each other."""
    if value is None:
        return marker or NOT_HELD
    exponent = value.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return " ".join(part for part in (number(value, decimals), marker) if part)

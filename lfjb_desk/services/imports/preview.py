"""What an import would do: each figure with its place and measure, and what must be settled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from lfjb_desk.domain.formatting import count

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal
    from uuid import UUID

    from lfjb_desk.domain.figures.figures import Measure, Snapshot
    from lfjb_desk.domain.places import PlaceKind
    from lfjb_desk.importers.figures import Figure, Reading, Refusal
    from lfjb_desk.store.engine.audit import Head

MUCH_REVISED = 0.05
"""Share of a file's figures held already above which changing them needs a person's word."""


class FigureStatus(StrEnum):
    """What an import does with a figure."""

    NEW = "new"
    REVISED = "revised"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Meaning:
    """A place, a measure or a marker that a name in the file may mean."""

    code: str
    name: str
    kind: PlaceKind | None = None
    """None for a measure or a marker."""
    note: str = ""


@dataclass(frozen=True)
class Question:
    """A name that the user must settle before its figures are taken."""

    about: Literal["place", "measure", "marker"]
    label: str
    state: str
    """`unknown`, `doubtful` or `ambiguous`."""
    text: str
    """The question in a sentence."""
    kind: PlaceKind | None
    """What sort of place it must be, where the file says."""
    choices: tuple[Meaning, ...]
    """What it may mean, the likeliest first; the user may choose another or leave it out."""
    cells: tuple[tuple[str, str], ...]
    """Sheet and cell of each figure that waits for the answer."""

    @property
    def key(self) -> str:
        """Return what an answer is filed under."""
        return self.label if self.about == "place" else f"{self.about}: {self.label}"


Answers = Mapping[str, Meaning | None]
"""Answers by `Question.key`; None leaves the figures of that name out."""


@dataclass(frozen=True)
class MappingUse:
    """A mapping as an import uses it: what is kept of it, and what has drifted."""

    name: str
    shape: str
    rules: str
    """JSON, as `FileMapping.rules`."""
    seen: str
    """JSON, as `FileMapping.seen`, for the next time."""
    held: UUID | None
    """The mapping that was found; None for a new one."""
    drift: tuple[str, ...]
    """What has changed since it was last used, in sentences."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A figure whose place and measure are known, and what becomes of it."""

    figure: Figure
    measure_id: UUID
    measure_code: str
    kind: PlaceKind
    code: str
    status: FigureStatus
    replaces: UUID | None = None
    """The stored figure that it revises."""
    old_value: Decimal | None = None
    old_marker: str | None = None


@dataclass(frozen=True)
class Counts:
    """How much there is of each; all but `read` count figures."""

    read: int
    """Rows of data in the file."""
    figures: int
    """Figures and markers found in those rows."""
    new: int
    unchanged: int
    revised: int
    refused: int
    asked: int
    """Figures that wait for an answer."""
    repeated: int = 0
    """Figures and rows equal to others of the same file, which were taken once."""


@dataclass(frozen=True)
class Preview:
    """A file as it was understood, compared with what is held; nothing is written yet.

    It holds all that an import needs, and the file is not opened again. Its size follows the
    figures and refusals, whose number `Extract` bounds, and not the rows of the file: of millions
    that passed by it holds none. What `taken` says of a figure refers to that of the reading.
    """

    reading: Reading
    """The figures as they were read, with the name and the hash of the file."""
    publisher: str
    answers: Answers
    """What the user has answered so far."""
    compared_at: Head
    """The last record of the audit when it was compared with what is held."""
    taken: tuple[Taken, ...]
    refused: tuple[Refusal, ...]
    questions: tuple[Question, ...]
    new_measures: tuple[Measure, ...]
    settled: tuple[tuple[str, Meaning], ...]
    """Names of places that the user settled; they are remembered with the import."""
    imported_before: Snapshot | None
    """The earlier import of the very same file, if there was one."""
    named: tuple[tuple[str, UUID], ...] = ()
    """Names of measures that the user settled; the glossary remembers them with the import."""
    repeats: tuple[Refusal, ...] = ()
    """Figures and rows equal to others of the same file."""
    mapping: MappingUse | None = None
    """How the user said that the file is read; it is kept with the import."""
    today: date | None = None
    """The day by which a period must be over; None where nobody asked."""

    @cached_property
    def counts(self) -> Counts:
        """Count what the import would do."""
        by = Counter(figure.status for figure in self.taken)
        return Counts(
            read=self.reading.read,
            figures=len(self.reading.figures),
            new=by[FigureStatus.NEW],
            unchanged=by[FigureStatus.UNCHANGED],
            revised=by[FigureStatus.REVISED],
            refused=len(self.refused),
            repeated=len(self.repeats),
            asked=sum(len(question.cells) for question in self.questions),
        )

    @property
    def writes(self) -> bool:
        """Whether there is anything to write."""
        return self.counts.new + self.counts.revised > 0

    @property
    def revised(self) -> tuple[Taken, ...]:
        """Return the figures that differ from those held, with the old value of each."""
        return tuple(figure for figure in self.taken if figure.status is FigureStatus.REVISED)

    @property
    def revises_much(self) -> bool:
        """Whether so much of what is held would change that it may be another measure or unit."""
        revised = self.counts.revised
        return revised > MUCH_REVISED * (revised + self.counts.unchanged)

    def report(self) -> dict[str, Any]:
        """Return what was refused and asked as plain data, for the record of the import."""
        return {
            "refused": [asdict(refusal) for refusal in self.refused],
            "repeats": [asdict(refusal) for refusal in self.repeats],
            "questions": [_question(question) for question in self.questions],
            "notes": list(self.reading.notes),
            "sheets": [asdict(sheet) for sheet in self.reading.sheets],
            "drift": list(self.mapping.drift) if self.mapping and self.mapping.held else [],
        }


def stands_twice(number: int) -> str:
    """Return the sentence for figures that repeat equal ones of the same file."""
    is_one = number == 1
    verbs = ("stands", "was") if is_one else ("stand", "were")
    return f"{count(number, 'figure')} {verbs[0]} twice in the file and {verbs[1]} taken once."


def as_json(preview: Preview, *, figures: bool) -> dict[str, Any]:
    """Return a preview as plain data, with each figure when `figures` is set."""
    counts = preview.counts
    names = {hint.code: hint.name for hint in preview.reading.measures}
    data: dict[str, Any] = {
        "file": preview.reading.file_name,
        "sha256": preview.reading.sha256,
        "layout": preview.reading.layout,
        "publisher": preview.publisher,
        "counts": {
            "read": counts.read,
            "figures": counts.figures,
            "new": counts.new,
            "unchanged": counts.unchanged,
            "revised": counts.revised,
            "refused": counts.refused,
            "asked": counts.asked,
            "repeated": counts.repeated,
        },
        "revisions": [_revision(figure, names) for figure in preview.revised],
        **preview.report(),
    }
    if figures:
        data["figures"] = [_figure(figure) for figure in preview.taken]
    return data


def _revision(taken: Taken, names: Mapping[str, str]) -> dict[str, Any]:
    figure = taken.figure
    return {
        "measure": taken.measure_code,
        "measure_name": names.get(figure.measure_code) or taken.measure_code,
        "place": taken.code,
        "place_label": figure.place_label,
        "period_label": figure.period_label,
        "old_value": None if taken.old_value is None else format(taken.old_value, "f"),
        "old_marker": taken.old_marker,
        "value": None if figure.value is None else format(figure.value, "f"),
        "marker": figure.marker,
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "about": question.about,
        "label": question.label,
        "state": question.state,
        "text": question.text,
        "choices": [
            {"code": choice.code, "name": choice.name, "kind": choice.kind and choice.kind.value}
            for choice in question.choices
        ],
        "cells": [{"sheet": sheet, "cell": cell} for sheet, cell in question.cells],
    }


def _figure(taken: Taken) -> dict[str, Any]:
    figure = taken.figure
    return {
        "measure": taken.measure_code,
        "place": taken.code,
        "place_label": figure.place_label,
        "place_kind": taken.kind.value,
        "period_start": figure.period_start.isoformat(),
        "period_end": figure.period_end.isoformat(),
        "period_label": figure.period_label,
        "value": None if figure.value is None else format(figure.value, "f"),
        "marker": figure.marker,
        "sheet": figure.sheet,
        "cell": figure.cell,
        "status": taken.status.value,
    }

"""Matching what a file says with the places, measures and figures that are held."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.common.nations import ENGLAND, ENGLAND_AND_WALES, WALES
from lfjb_desk.domain.figures.bounds import beyond_bounds, short
from lfjb_desk.domain.figures.figures import Measure, Polarity
from lfjb_desk.domain.formatting import FORECAST, MARKERS, long_date
from lfjb_desk.domain.places import PlaceKind, fold
from lfjb_desk.domain.rows import fact_id
from lfjb_desk.importers.figures import Figure, Refusal, RefusalKind
from lfjb_desk.services.imports.glossary import Glossary
from lfjb_desk.services.imports.preview import FigureStatus, Meaning, Question, Taken
from lfjb_desk.store.queries.imports.imports import ExistingFigure, Slot

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from decimal import Decimal

    from lfjb_desk.importers.figures import MarkerQuestion, MeasureHint, Reading
    from lfjb_desk.services.imports.preview import Answers
    from lfjb_desk.services.places import Match, Resolver

_TIMES = {"days", "weeks", "months"}
_NATIONS = (ENGLAND, ENGLAND_AND_WALES, WALES)


def measure_of(hint: MeasureHint) -> Measure:
    """Return the measure that a layout or a sheet describes, as a board holds it."""
    return Measure(
        id=fact_id("measure", hint.code),
        code=hint.code[: lengths.MEASURE_CODE],
        name=hint.name,
        definition=hint.definition,
        unit=hint.unit,
        decimals=hint.decimals,
        polarity=Polarity.CONTEXT,
        source=hint.source,
    )


class Measures:
    """Finds the measure that a name in a file means, and makes those that a layout settles."""

    def __init__(
        self,
        measures: Iterable[Measure],
        hints: Iterable[MeasureHint],
        answers: Answers,
        glossary: Glossary | None = None,
        publisher: str = "",
    ) -> None:
        self._by_code = {measure.code: measure for measure in measures}
        self._by_id = {measure.id: measure for measure in self._by_code.values()}
        self._glossary, self._publisher = glossary or Glossary(()), publisher
        self._by_name: defaultdict[str, list[Measure]] = defaultdict(list)
        for measure in self._by_code.values():
            for name in {fold(measure.code), fold(measure.name)}:
                self._by_name[name].append(measure)
        self._answers = answers
        self._hints = {hint.code: hint for hint in hints}
        self.new: dict[str, Measure] = {}
        self.settled: dict[str, Measure] = {}
        """Names that the user settled."""

    def find(self, code: str, body: str = "") -> Measure | Question | None:
        """Return the measure, the question that it raises, or None when it is left out.

        `body` is the code of the place that the figure is about, which may have its own words.
        """
        if code in self._by_code:
            return self._by_code[code]
        hint = self._hints.get(code)
        if hint is not None and hint.settled:
            return self._made(hint)
        named = self._named(code, body)
        question = self._question(code, named)
        if question is None:
            return named[0]
        if question.key not in self._answers:
            return question
        answer = self._answers[question.key]
        if answer is None or answer.code not in self._by_code:
            return None if answer is None else question
        self.settled[code] = self._by_code[answer.code]
        return self.settled[code]

    def misfit(self, measure: Measure, code: str, value: Decimal | None) -> str:
        """Return why a figure cannot be one of this measure, though its name is; else nothing."""
        if value is not None and (beyond := beyond_bounds(value, measure.unit)):
            return f"says {short(value)}, {beyond}"
        hint = self._hints.get(code)
        if hint is None or hint.settled or value is None:
            return ""
        units = {hint.unit, measure.unit}
        if len(units) > 1 and units <= _TIMES:
            return f"is in {hint.unit}, and “{measure.name}” is in {measure.unit}"
        if hint.unit == "%" and measure.unit not in {"%", ""}:
            return f"is a percentage, and “{measure.name}” is in {measure.unit}"
        if measure.unit == "%" and hint.unit != "%" and 0 < value <= 1:
            return f"says {value:f} for a percentage, which may be a part of 1 or a part of 100"
        return ""

    def _named(self, code: str, body: str) -> list[Measure]:
        """Return the measures that a name may mean: by the glossary, else by its own name."""
        meant = self._glossary.measures(code, (body, self._publisher))
        known = [self._by_id[measure_id] for measure_id in meant if measure_id in self._by_id]
        return known or self._by_name.get(fold(code), [])

    def _made(self, hint: MeasureHint) -> Measure:
        if hint.code not in self.new:
            self.new[hint.code] = measure_of(hint)
        return self.new[hint.code]

    def _question(self, label: str, named: Sequence[Measure]) -> Question | None:
        """Return the question that a name raises; None when it means exactly one measure."""
        if len(named) == 1:
            return None
        likely = {measure.code for measure in named}
        ranked = sorted(self._by_code.values(), key=lambda m: (m.code not in likely, m.name))
        return Question(
            about="measure",
            label=label,
            state="ambiguous" if named else "unknown",
            text=f"Which measure does “{label}” mean?",
            kind=None,
            choices=tuple(Meaning(measure.code, measure.name) for measure in ranked),
            cells=(),
        )


class PlaceMatcher:
    """Finds the place that a name in a file means; what it is not sure of it asks."""

    def __init__(
        self,
        resolver: Resolver,
        titles: Mapping[tuple[PlaceKind, str], str],
        publisher: str,
        answers: Answers,
    ) -> None:
        self._resolver = resolver
        self._titles = titles
        self._publisher = publisher
        self._answers = answers
        self._seen: dict[tuple[str, PlaceKind | None], Meaning | Question | None] = {}
        self.settled: dict[str, Meaning] = {}

    def find(self, label: str, kind: PlaceKind | None) -> Meaning | Question | None:
        """Return the place, the question that it raises, or None when it is left out."""
        if (label, kind) not in self._seen:
            self._seen[label, kind] = self._resolved(label, kind)
        return self._seen[label, kind]

    def _resolved(self, label: str, kind: PlaceKind | None) -> Meaning | Question | None:
        match = self._resolver.resolve(label, kind, self._publisher)
        if match.state == "known" and match.kind is not None:
            return Meaning(match.code, match.candidates[0].name, match.kind)
        question = self._question(label, kind, match)
        if question.key not in self._answers:
            return question
        answer = self._answers[question.key]
        if answer is not None and answer.kind is not None:
            self.settled[label] = answer
        return answer

    def _question(self, label: str, kind: PlaceKind | None, match: Match) -> Question:
        likely = [Meaning(c.code, c.name, c.kind, c.note) for c in match.candidates]
        known = {(meaning.kind, meaning.code) for meaning in likely}
        wanted = {kind} if kind else {PlaceKind.AREA, PlaceKind.AUTHORITY}
        rest = [
            Meaning(code, name, title_kind)
            for (title_kind, code), name in self._titles.items()
            if title_kind in wanted and (title_kind, code) not in known
        ]
        nations = [
            Meaning(name, name, PlaceKind.NATION)
            for name in _NATIONS
            if kind in {None, PlaceKind.NATION} and (PlaceKind.NATION, name) not in known
        ]
        texts = {
            "unknown": f"“{label}” is not a place that is known here. Which place does it mean?",
            "doubtful": f"It is doubtful which place “{label}” means. Which one is it?",
            "ambiguous": f"“{label}” may mean more than one place. Which one is it?",
        }
        return Question(
            about="place",
            label=label,
            state=match.state,
            text=texts[match.state],
            kind=kind,
            choices=(*likely, *nations, *sorted(rest, key=lambda meaning: meaning.name)),
            cells=(),
        )


class Markers:
    """Settles the markers that may mean two things; what is not settled it asks."""

    def __init__(self, asks: Iterable[MarkerQuestion], answers: Answers) -> None:
        self._ask_of_cell = {where: ask for ask in asks for where in ask.cells}
        self._answers = answers

    def find(self, figure: Figure) -> Figure | Question | None:
        """Return the figure, its marker settled; or the question, or None when it is left out."""
        ask = self._ask_of_cell.get((figure.sheet, figure.cell))
        if ask is None:
            return figure
        choices = tuple(
            Meaning(marker, MARKERS.get(marker, marker), note=marker) for marker in ask.choices
        )
        question = Question("marker", ask.key, "ambiguous", ask.text, None, choices, ())
        if question.key not in self._answers:
            return question
        answer = self._answers[question.key]
        return None if answer is None else replace(figure, marker=answer.code)


class Matcher:
    """Goes through the figures of a file once and sorts them: taken, refused or asked about."""

    def __init__(
        self,
        places: PlaceMatcher,
        measures: Measures,
        markers: Markers,
        today: date | None = None,
    ) -> None:
        """`today` is the day by which a period must be over; None where nobody asks."""
        self._places = places
        self._measures = measures
        self._markers = markers
        self._today = today
        self.found: dict[Slot, list[tuple[Figure, str]]] = defaultdict(list)
        """The figures for each slot, with the code of their measure."""
        self.refused: list[Refusal] = []
        self.repeats: list[Refusal] = []
        """Equal figures whose names mean one place and one measure."""
        self._questions: dict[str, tuple[Question, list[tuple[str, str]]]] = {}

    def match(self, reading: Reading) -> None:
        """Sort the figures of a reading."""
        for figure in reading.figures:
            kind = PlaceKind(figure.place_kind) if figure.place_kind else None
            place = self._places.find(figure.place_label, kind)
            body = place.code if isinstance(place, Meaning) else ""
            measure = self._measures.find(figure.measure_code, body)
            settled = self._markers.find(figure)
            for name, answer in (
                (figure.measure_code, measure),
                (figure.place_label, place),
                (figure.marker, settled),
            ):
                if isinstance(answer, Question):
                    self._ask(answer, figure)
                    break
                if answer is None:
                    reason = f"“{name}” was left out, as you chose."
                    self._refuse(figure, reason, RefusalKind.LEFT_OUT)
                    break
            else:
                self._take(settled, measure, place)

    def _take(
        self,
        figure: Figure | Question | None,
        measure: Measure | Question | None,
        place: Meaning | Question | None,
    ) -> None:
        if not isinstance(figure, Figure):
            return
        if isinstance(measure, Measure) and isinstance(place, Meaning) and place.kind is not None:
            if misfit := self._measures.misfit(measure, figure.measure_code, figure.value):
                self._refuse(figure, f"{_where(figure)} {misfit}.", RefusalKind.MISFIT)
                return
            if self._today and _is_ahead(figure, self._today):
                self._refuse(figure, _ahead_words(figure, self._today), RefusalKind.AHEAD)
                return
            slot = Slot(measure.id, place.kind, place.code, figure.period_start, figure.period_end)
            self.found[slot].append((figure, measure.code))

    @property
    def questions(self) -> tuple[Question, ...]:
        """Return what must be settled, each with the cells that wait for it."""
        return tuple(
            Question(
                question.about,
                question.label,
                question.state,
                question.text,
                question.kind,
                question.choices,
                tuple(cells),
            )
            for question, cells in self._questions.values()
        )

    def compare(self, existing: Mapping[Slot, ExistingFigure]) -> tuple[Taken, ...]:
        """Return what becomes of each figure, beside what is held; two that differ are refused."""
        taken: list[Taken] = []
        for slot, figures in self.found.items():
            first, code = figures[0]
            odd = next((other for other, _ in figures if not _same(other, first)), None)
            if odd is not None:
                self._refuse_all([other for other, _ in figures], first, odd)
                continue
            taken.append(_compared(first, code, slot, existing.get(slot)))
            self.repeats += [
                _refusal(figure, f"{_where(figure)} repeats {_where(first)}.", RefusalKind.REPEAT)
                for figure, _ in figures[1:]
            ]
        return tuple(taken)

    def _ask(self, question: Question, figure: Figure) -> None:
        _, cells = self._questions.setdefault(question.key, (question, []))
        cells.append((figure.sheet, figure.cell))

    def _refuse(self, figure: Figure, reason: str, kind: RefusalKind) -> None:
        self.refused.append(_refusal(figure, reason, kind))

    def _refuse_all(self, figures: Iterable[Figure], first: Figure, odd: Figure) -> None:
        for figure in figures:
            other = odd if figure is first else first
            self._refuse(
                figure,
                f"Cells {_where(figure)} and {_where(other)} give different figures for "
                f"“{figure.place_label}” in {figure.period_label}; neither was taken.",
                RefusalKind.CONTRADICTION,
            )


def _is_ahead(figure: Figure, today: date) -> bool:
    """Tell whether a figure is given, and not as a forecast, for a period that is not over.

    What it counts so far would be judged as if it were the whole.
    """
    is_forecast = FORECAST in (figure.marker or "")
    return figure.value is not None and figure.period_end > today and not is_forecast


def _ahead_words(figure: Figure, today: date) -> str:
    begun = figure.period_start <= today
    state, could_be = (
        ("is not over", "a part of the whole") if begun else ("has not begun", "a forecast")
    )
    return (
        f"{_where(figure)} gives a figure for {figure.period_label}, which {state} on "
        f"{long_date(today)}; it could only be {could_be}, and is not marked {FORECAST}."
    )


def _refusal(figure: Figure, reason: str, kind: RefusalKind) -> Refusal:
    return Refusal(figure.sheet, figure.cell, reason, kind, figure.measure_code)


def _compared(figure: Figure, code: str, slot: Slot, existing: ExistingFigure | None) -> Taken:
    if existing is None:
        return Taken(figure, slot.measure_id, code, slot.kind, slot.code, FigureStatus.NEW)
    same = existing.value == figure.value and existing.marker == figure.marker
    return Taken(
        figure=figure,
        measure_id=slot.measure_id,
        measure_code=code,
        kind=slot.kind,
        code=slot.code,
        status=FigureStatus.UNCHANGED if same else FigureStatus.REVISED,
        replaces=None if same else existing.id,
        old_value=existing.value,
        old_marker=existing.marker,
    )


def still_holds(taken: Iterable[Taken], existing: Mapping[Slot, ExistingFigure]) -> bool:
    """Tell whether figures would become the same today as when they were compared."""
    return all(_compare_again(figure, existing) == figure for figure in taken)


def _compare_again(taken: Taken, existing: Mapping[Slot, ExistingFigure]) -> Taken:
    days = taken.figure.period_start, taken.figure.period_end
    slot = Slot(taken.measure_id, taken.kind, taken.code, *days)
    return _compared(taken.figure, taken.measure_code, slot, existing.get(slot))


def _same(figure: Figure, other: Figure) -> bool:
    return figure.value == other.value and figure.marker == other.marker


def _where(figure: Figure) -> str:
    return f"{figure.sheet}!{figure.cell}" if figure.sheet else figure.cell

"""A place beside others in a paper: those that the board knows by name, never a league table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.blocks import Bullets, Heading, Paragraph, Style
from lfjb_desk.domain.formatting import beside, count, figure, listed, telling_decimals
from lfjb_desk.domain.read_models.figures.comparison import (
    ComparedStanding,
    Method,
    Relation,
    relation_words,
)
from lfjb_desk.papers.parts.common import NOTHING, bold
from lfjb_desk.papers.parts.sources import source_read
from lfjb_desk.papers.parts.tables import RowColumn, table_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.domain.blocks import Block
    from lfjb_desk.domain.figures.figures import Measure
    from lfjb_desk.domain.read_models.figures.comparison import ComparedPlace, Comparison
    from lfjb_desk.domain.read_models.figures.provenance import Provenance

UNNAMED = frozenset({Relation.PEER, Relation.SAME_AREA})
"""Relations of the many places that only set the limits; a paper names all others."""
_IN_SERIES = frozenset({Relation.OWN, Relation.NATION})
_SIGNS = {
    ComparedStanding.INSIDE: "► As expected",
    ComparedStanding.ABOVE: "▲ Above",
    ComparedStanding.BELOW: "▼ Below",
    ComparedStanding.UNKNOWN: f"{NOTHING} Not judged",
}
_HOW = {
    Method.FUNNEL: "Limits are funnel limits: wider where fewer cases stand behind a figure.",
    Method.RANGE: "No limits can be set for this measure; the range of the places is given.",
    Method.NAMED: "",
}


def comparison_blocks(name: str, made: Comparison | None) -> tuple[Block, ...]:
    """Return a comparison as a table by name, with the reason for each place left out.

    `name` is what the series that is compared is called.

    The nation alone needs no table of its own: it stands in that of the periods.
    """
    if made is None:
        return ()
    named = [place for place in made.places if place.relation not in UNNAMED]
    if all(place.relation in _IN_SERIES for place in named):
        return _blocked(made)
    heading = Heading("Beside other places", 3)
    table = table_of(
        f"{name}, {made.period}, by place",
        "Places by name: the figure of each, and how it stands to the limits.",
        _columns(made),
        named,
        captioned=True,
        note=_note(made),
        source=source_read(made.publisher, _read_from(named)),
    )
    return heading, table, *_blocked(made)


def _read_from(places: Sequence[ComparedPlace]) -> list[Provenance | None]:
    """Return where the figures that a table shows were read."""
    return [place.source for place in places if not place.hidden]


def _columns(made: Comparison) -> tuple[RowColumn[ComparedPlace], ...]:
    """Return the columns: what is expected of each place, or without limits what it is."""
    place: tuple[RowColumn[ComparedPlace], ...] = (
        RowColumn("Place", 6.6, lambda place: place.name, bold=True),
        RowColumn("Figure", 3.0, lambda place: _figure(place, made.measure), figures=True),
    )
    if made.method is Method.FUNNEL:
        return (
            *place,
            RowColumn("Expected", 4.0, lambda place: _expected(place, made.measure), figures=True),
            RowColumn("Standing", 3.2, lambda place: _SIGNS[place.standing]),
        )
    return (
        *place,
        RowColumn(
            "What it is",
            7.2,
            lambda place: relation_words(place.relation, place.kind).capitalize(),
        ),
    )


def _figure(place: ComparedPlace, measure: Measure) -> str:
    if place.hidden:
        return "Under 5, not shown"
    return figure(place.value, measure.unit, _decimals(place, measure), place.marker)


def _decimals(place: ComparedPlace, measure: Measure) -> int:
    """Return with how many decimals a figure and its limits show that it lies beyond one."""
    limit = {ComparedStanding.ABOVE: place.high, ComparedStanding.BELOW: place.low}.get(
        place.standing
    )
    return telling_decimals(place.value, limit, measure.decimals)


def _expected(place: ComparedPlace, measure: Measure) -> str:
    if place.low is None or place.high is None:
        return NOTHING
    decimals = _decimals(place, measure)
    low = figure(place.low, beside(measure.unit), decimals)
    return f"{low} to {figure(place.high, measure.unit, decimals)}"


def _note(made: Comparison) -> str:
    others = sum(place.relation in UNNAMED and place.value is not None for place in made.places)
    verb = "is" if others == 1 else "are"
    hidden = f"{count(others, 'other place').capitalize()} {verb} not shown." if others else ""
    order = "Places are in the order of their names."
    return " ".join(part for part in (_HOW[made.method], hidden, order) if part)


def _blocked(made: Comparison) -> tuple[Block, ...]:
    """Return who is left out, those for the same reason together."""
    if not made.blocked:
        return ()
    names: dict[str, list[str]] = {}
    for blocked in made.blocked:
        figures = f" ({blocked.figure}, {blocked.period})" if blocked.figure else ""
        names.setdefault(blocked.reason, []).append(f"{blocked.name}{figures}")
    lines = tuple(bold(f"{listed(alike)}:", f" {reason}") for reason, alike in names.items())
    return (Paragraph("Left out of the comparison, with the reason:", Style.NOTE), Bullets(lines))

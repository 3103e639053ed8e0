"""What the command line says of an import: how much, what differs, and what was refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lfjb_desk.domain.formatting import count, listed
from lfjb_desk.importers.figures import refusal_of
from lfjb_desk.services.imports.preview import stands_twice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lfjb_desk.importers.figures import Refusal

MOST_REVISIONS = 20
"""How many changed figures are named; the JSON has all of them."""
MOST_ALIKE = 3
"""How many refusals of one kind on one sheet are told in full."""
MOST_CELLS = 8


def import_lines(result: dict[str, Any], *, wrote: bool) -> Iterator[str]:
    """Yield the lines that tell of an import, from its plain data; `wrote` when it was kept."""
    counts = result["counts"]
    took = "Took" if wrote else "Would take"
    yield f"{result['file']}: {result['layout']}, published by {result['publisher']}."
    yield (
        f"Read {count(counts['read'], 'row')}. {took} {count(counts['new'], 'new figure')} and "
        f"{counts['revised']:,} revised; {counts['unchanged']:,} held already, "
        f"{counts['refused']:,} refused, {counts['asked']:,} waiting for an answer."
    )
    if counts["repeated"]:
        yield stands_twice(counts["repeated"])
    if wrote and not counts["new"] + counts["revised"]:
        yield "There was nothing new to write."
    yield from (f"  Read so: {note}" for note in result["notes"])
    yield from (f"  Changed since last time: {sentence}" for sentence in result["drift"])
    yield from _revisions(result["revisions"])
    yield from _refusals([refusal_of(saved) for saved in result["refused"]])
    for question in result["questions"]:
        yield f"  To settle in the window: {question['text']}"


def too_many_revisions(result: dict[str, Any]) -> str:
    """Return why an import that would change much of what is held was not carried out."""
    counts = result["counts"]
    present = counts["revised"] + counts["unchanged"]
    return (
        f"Nothing was imported: {result['file']} would change {counts['revised']:,} of "
        f"{count(present, 'figure')} held already ({counts['revised'] / present:.0%}), which is "
        "much for a revision and may be another measure, unit or place. Look at them, and add "
        "--accept-revisions if they are right."
    )


def _revisions(revisions: list[dict[str, Any]]) -> Iterator[str]:
    for line in revisions[:MOST_REVISIONS]:
        yield (
            f"  Revised: {line['measure_name']}, {line['place_label']}, {line['period_label']}: "
            f"{_figure(line['old_value'], line['old_marker'])} -> "
            f"{_figure(line['value'], line['marker'])}"
        )
    if len(revisions) > MOST_REVISIONS:
        more = len(revisions) - MOST_REVISIONS
        yield f"  And {more:,} more revised (--dry-run --json lists all)."


def _figure(value: str | None, marker: str | None) -> str:
    return " ".join(part for part in (value, marker) if part)


def _refusals(refusals: list[Refusal]) -> Iterator[str]:
    """Yield the first refusals of each kind on each sheet, and of the rest how many and where."""
    groups: dict[tuple[str, str], list[Refusal]] = {}
    for refusal in refusals:
        groups.setdefault((refusal.sheet, refusal.kind.value), []).append(refusal)
    for alike in groups.values():
        yield from (f"  {words}" for words in dict.fromkeys(map(_refusal, alike[:MOST_ALIKE])))
        rest = [refusal.cell for refusal in alike[MOST_ALIKE:]]
        if rest:
            cells = [cell for cell in rest[:MOST_CELLS] if cell]
            where = f": {listed(cells)}" if cells else ""
            further = " and further" if len(rest) > MOST_CELLS else ""
            yield f"  And {len(rest):,} more like these{where}{further}."


def _refusal(refusal: Refusal) -> str:
    """Return a refusal with its place, as far as the reason itself does not name it."""
    cell = "" if refusal.kind.names_cell else refusal.cell
    place = "" if refusal.kind.names_place else f"{refusal.sheet} {cell}".strip()
    return f"{place}: {refusal.reason}" if place else refusal.reason

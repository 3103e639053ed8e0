"""What has drifted in a file since it was last read: its labels and its earlier figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lfjb_desk.domain.formatting import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lfjb_desk.importers.figures import Figure

_FEW = 8  # names or figures that a sentence lists before it says how many more


@dataclass(frozen=True)
class RestatedFigure:
    """A figure of an earlier period that reads otherwise now, both as published."""

    place: str
    period: str
    before: str
    now: str


@dataclass(frozen=True)
class ChangesSince:
    """The labels that are new or gone, and the earlier figures that changed."""

    new: tuple[str, ...]
    gone: tuple[str, ...]
    changed: tuple[RestatedFigure, ...]


def figures(taken: Iterable[Figure]) -> dict[str, str]:
    """Return figures by what they are about, to compare the next release with."""
    return {_about(figure): _as_published(figure) for figure in taken}


def since(seen: Mapping[str, Any], taken: Sequence[Figure]) -> ChangesSince:
    """Return what has changed in a file since it was seen."""
    before: list[str] = list(seen.get("labels", ()))
    now = list(dict.fromkeys(figure.place_label for figure in taken))
    earlier: Mapping[str, str] = seen.get("figures", {})
    return ChangesSince(
        new=tuple(label for label in now if label not in before),
        gone=tuple(label for label in before if label not in now),
        changed=tuple(
            RestatedFigure(
                figure.place_label,
                figure.period_label,
                earlier[_about(figure)],
                _as_published(figure),
            )
            for figure in taken
            if earlier.get(_about(figure), _as_published(figure)) != _as_published(figure)
        ),
    )


def sentences_of(changes: ChangesSince) -> tuple[str, ...]:
    """Return what has changed in sentences; empty for nothing."""
    sentences = []
    if changes.new:
        sentences.append(f"New since it was last read: {_listed(changes.new)}.")
    if changes.gone:
        sentences.append(f"No longer there: {_listed(changes.gone)}.")
    if changes.changed:
        number = count(len(changes.changed), "figure")
        each = [
            f"{figure.place}, {figure.period}: {figure.before} is now {figure.now}"
            for figure in changes.changed
        ]
        sentences.append(f"{number} of earlier periods changed: {_listed(each, '; ')}.")
    return tuple(sentences)


def _about(figure: Figure) -> str:
    days = f"{figure.period_start.isoformat()} {figure.period_end.isoformat()}"
    return f"{figure.measure_code} | {figure.place_label} | {days}"


def _as_published(figure: Figure) -> str:
    value = "" if figure.value is None else format(figure.value, "f")
    return " ".join(filter(None, (value, figure.marker)))


def _listed(names: Sequence[str], between: str = ", ") -> str:
    more = f"{between}and {len(names) - _FEW} more" if len(names) > _FEW else ""
    return between.join(names[:_FEW]) + more

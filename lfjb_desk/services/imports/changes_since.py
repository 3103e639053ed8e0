"""What has drifted in a file since it was last read: its labels and its earlier figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lfjb_desk.domain.formatting import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lfjb_desk.importers.figures import Figure

_FEW = 8  # names or figures that a sentence lists before it says how many more


def figures(taken: Iterable[Figure]) -> dict[str, str]:
    """Return figures by what they are about, to compare the next release with."""
    return {_about(figure): _as_published(figure) for figure in taken}


def since(seen: Mapping[str, Any], taken: Sequence[Figure]) -> tuple[str, ...]:
    """Return what has changed since a file was seen, in sentences; empty for nothing."""
    before: list[str] = list(seen.get("labels", ()))
    now = list(dict.fromkeys(figure.place_label for figure in taken))
    new = [label for label in now if label not in before]
    gone = [label for label in before if label not in now]
    earlier: Mapping[str, str] = seen.get("figures", {})
    changed = [
        f"{figure.place_label}, {figure.period_label}: "
        f"{earlier[_about(figure)]} is now {_as_published(figure)}"
        for figure in taken
        if earlier.get(_about(figure), _as_published(figure)) != _as_published(figure)
    ]
    sentences = []
    if new:
        sentences.append(f"New since it was last read: {_listed(new)}.")
    if gone:
        sentences.append(f"No longer there: {_listed(gone)}.")
    if changed:
        sentences.append(
            f"{count(len(changed), 'figure')} of earlier periods changed: {_listed(changed, '; ')}."
        )
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

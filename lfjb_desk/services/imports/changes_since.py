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
    return {_about(one): _said(one) for one in taken}


def since(seen: Mapping[str, Any], taken: Sequence[Figure]) -> tuple[str, ...]:
    """Return what has changed since a file was seen, in sentences; empty for nothing."""
    before: list[str] = list(seen.get("labels", ()))
    now = list(dict.fromkeys(one.place_label for one in taken))
    new = [one for one in now if one not in before]
    gone = [one for one in before if one not in now]
    held: Mapping[str, str] = seen.get("figures", {})
    changed = [
        f"{one.place_label}, {one.period_label}: {held[_about(one)]} is now {_said(one)}"
        for one in taken
        if held.get(_about(one), _said(one)) != _said(one)
    ]
    said = []
    if new:
        said.append(f"New since it was last read: {_listed(new)}.")
    if gone:
        said.append(f"No longer there: {_listed(gone)}.")
    if changed:
        said.append(
            f"{count(len(changed), 'figure')} of earlier periods changed: {_listed(changed, '; ')}."
        )
    return tuple(said)


def _about(figure: Figure) -> str:
    days = f"{figure.period_start.isoformat()} {figure.period_end.isoformat()}"
    return f"{figure.measure_code} | {figure.place_label} | {days}"


def _said(figure: Figure) -> str:
    value = "" if figure.value is None else format(figure.value, "f")
    return " ".join(filter(None, (value, figure.marker)))


def _listed(names: Sequence[str], between: str = ", ") -> str:
    more = f"{between}and {len(names) - _FEW} more" if len(names) > _FEW else ""
    return between.join(names[:_FEW]) + more

"""Room between the names at the right end of a chart."""

from collections.abc import Sequence


def apart(heights: Sequence[float], least: float) -> list[float]:
    """Return how far each name must move up so that no two stand nearer than `least`.

    Heights are shares of the chart; the names stay in their order and move as little as may be.
    """
    order = sorted(range(len(heights)), key=lambda index: heights[index])
    groups: list[list[int]] = []
    for place in order:
        groups.append([place])
        while len(groups) > 1 and _foot(groups[-1], heights, least) < (
            _foot(groups[-2], heights, least) + least * len(groups[-2])
        ):
            groups[-2:] = [groups[-2] + groups[-1]]
    moved = [0.0] * len(heights)
    for group in groups:
        foot = _foot(group, heights, least)
        for step, index in enumerate(group):
            moved[index] = foot + step * least - heights[index]
    return moved


def _foot(group: list[int], heights: Sequence[float], least: float) -> float:
    """Return where the lowest name of a group stands when the group sits round its own middle."""
    middle = sum(heights[place] for place in group) / len(group)
    return middle - least * (len(group) - 1) / 2

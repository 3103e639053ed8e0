"""Words about the direction of figures: which way is better."""

from __future__ import annotations

from lfjb_desk.domain.figures.figures import Polarity


def polarity_words(polarity: Polarity) -> str:
    """Return which way is better, in words."""
    if polarity is Polarity.CONTEXT:
        return "neither way is better"
    return f"{polarity.value} is better"

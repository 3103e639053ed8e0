"""A target in words, as every screen, sentence and paper writes it."""

from lfjb_desk.domain.figures.figures import Measure, Polarity, Target
from lfjb_desk.domain.formatting import figure


def target_words(target: Target, measure: Measure) -> str:
    """Return a target: `26 to 30 weeks`, `at most 26 weeks`, `at least 60%`.

    An end that stands alone binds as the polarity of the measure has it, whichever end it was
    typed as: from above where lower is better, from below where higher is.
    """
    return _words(target, measure, measure.unit)


def line_words(target: Target, measure: Measure) -> str:
    """Return a target as the key of a chart names it, whose axis has the unit: `at most 26`."""
    return _words(target, measure, "%" if measure.unit == "%" else "")


def _words(target: Target, measure: Measure, unit: str) -> str:
    low, high = target.low, target.high
    words = figure(low if high is None else high, unit, measure.decimals)
    if low is not None and high is not None:
        return words if low == high else f"{figure(low, '', measure.decimals)} to {words}"
    is_ceiling = {Polarity.LOWER: True, Polarity.HIGHER: False}.get(measure.polarity, low is None)
    return f"at most {words}" if is_ceiling else f"at least {words}"

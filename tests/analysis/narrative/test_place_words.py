"""The narrative of a place: every count, date and name in it borne out by its series."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from lfjb_desk.analysis.narrative.place_narrative import tell_place
from lfjb_desk.domain.figures.figures import Measure
from lfjb_desk.domain.read_models.figures.control import LimitsStatus, Side
from lfjb_desk.domain.read_models.figures.series import Series
from lfjb_desk.domain.read_models.figures.status import TargetVerdict, Welcome
from tests.analysis.invented_series import invented
from tests.analysis.labels import WORDS
from tests.analysis.narrative.truth import NUMBER, PERIOD, UNIT, Reader, period
from tests.analysis.restating import restated

GROUPS = 40
KINDS = {
    "a signal of concern": (Welcome.WORSE, {True, False}),
    "a signal of improvement": (Welcome.BETTER, {True, False}),
    "a signal": (Welcome.NEITHER, {True, False}),
}
"""What signals are called, by whether they are welcome and whether the figures are high."""
HEAD = "(" + "|".join(KINDS) + ")"


def named(seed: int) -> Series:
    """Return an invented series with a name of its own."""
    series = invented(seed)
    measure = Measure(**{**series.measure.model_dump(), "name": f"Wait {seed}"})
    return replace(series, measure=measure)


def with_signal(found: list[Series], kind: str = "") -> list[Series]:
    """Return the series with a signal of a kind, or of any kind where none is named."""
    signalled = [
        (one, one.control.signal) for one in found if one.control and one.control.signal is not None
    ]
    if not kind:
        return [one for one, _ in signalled]
    liking, sides = KINDS[kind]
    return [
        one for one, signal in signalled if one.status.welcome is liking and signal.high in sides
    ]


def judged(found: list[Series]) -> list[Series]:
    """Return the series with firm limits, or with a signal by trial limits."""
    return [
        one
        for one in found
        if one.control
        and (one.control.signal is not None or one.control.limits is LimitsStatus.FIRM)
    ]


def check_signal(found: list[Series], sentence: str) -> bool:
    told = re.fullmatch(
        rf"(Wait \d+): {HEAD}, ([a-z ]+?)(?: since {PERIOD})?; {NUMBER}{UNIT} in {PERIOD}\.",
        sentence,
    )
    if told is None:
        return False
    name, kind, word, since, value, at = told.groups()
    series = next(one for one in found if one.measure.name == name)
    assert series in with_signal(found, kind)
    reader = Reader(series, None)
    assert reader.chart is not None
    assert reader.index(at) == reader.chart.at
    reader.same(value, series.points[reader.chart.at].value)
    assert series.control is not None
    assert series.control.signal is not None
    cause = series.control.signal.cause
    assert word == WORDS[cause.rule][cause.side is Side.LOW]
    first = series.points[series.control.signal.since]
    assert period(since or at) == (first.start, first.end)
    return True


def check_count(found: list[Series], sentence: str) -> bool:
    """Hold a sentence that counts measures against the series; False for any other sentence."""
    quiet = [one for one in judged(found) if one.control and one.control.signal is None]
    silent = len(found) - len(judged(found))
    told = re.fullmatch(
        rf"(\d+|No) (?:measures? (have figures for Northshire|varies as usual|vary as usual|"
        rf"has too few .*|have too few .*)|more measures?: {HEAD})\.",
        sentence,
    )
    if told is None:
        return False
    many, what, kind = told.groups()
    if kind:
        assert int(many) == len(with_signal(found, kind)) - 4
    elif "usual" in what:
        assert int(many) == len(quiet)
    elif "too few" in what:
        assert int(many) == silent
    else:
        assert int(many) == len(found)
    return True


def check_target(found: list[Series], sentence: str) -> bool:
    told = re.fullmatch(
        r"(?:The target is (not met|met) for (Wait \d+)|"
        r"Targets are (not met|met) for (\d+) measures: (.+)|"
        r"The targets of (\d+) measures are (not met|met))\.",
        sentence,
    )
    if told is None:
        return False
    verdict = TargetVerdict.NOT_MET if "not met" in sentence else TargetVerdict.MET
    names = [one.measure.name for one in found if one.status.target is verdict]
    said = re.findall(r"Wait \d+", sentence)
    counts = [int(one) for one in (told[4], told[6]) if one]
    assert said in ([], names)
    assert counts in ([], [len(names)])
    return bool(said or counts)


@pytest.mark.parametrize("group", range(GROUPS))
def test_every_statement_about_a_place_is_true(group: int) -> None:
    found = [named(seed) for seed in range(group * 17, group * 17 + 2 + group)]
    said = tell_place("Northshire", found)
    checks = (check_signal, check_count, check_target)
    unread = [one for one in said if not any(check(found, one) for check in checks)]
    signals = with_signal(found)
    assert unread == (["A signal says that figures changed, and not why."] if signals else [])
    shown = sum(check_signal(found, one) for one in said)
    assert shown == sum(min(4, len(with_signal(found, kind))) for kind in KINDS)


def test_a_place_without_figures_and_one_with_a_single_measure() -> None:
    assert tell_place("Northshire", ()) == ("No figure is held for Northshire.",)
    one = named(0)
    alone = restated(one, points=(replace(one.points[0], value=Decimal(5)),), control=None)
    assert tell_place("Northshire", [alone])[0] == "1 measure has figures for Northshire."

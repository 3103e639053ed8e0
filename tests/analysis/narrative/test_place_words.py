"""The narrative of a place: every count, date and name in it borne out by its series."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from lfjb_desk.analysis.narrative.place_narrative import tell_place
from lfjb_desk.domain.figures.figures import Measure
from lfjb_desk.domain.read_models.figures.control import LimitsStatus
from lfjb_desk.domain.read_models.figures.series import Series
from lfjb_desk.domain.read_models.figures.status import TargetVerdict, Welcome
from tests.analysis.invented_series import invented
from tests.analysis.narrative.truth_front import read_front
from tests.analysis.restating import restated

GROUPS = 40
KINDS = {
    "for the worse": Welcome.WORSE,
    "for the better": Welcome.BETTER,
    "and neither way is better": Welcome.NEITHER,
}
"""How further signals are told, by whether they are welcome."""
HEAD = "(" + "|".join(KINDS) + ")"


def named(seed: int) -> Series:
    """Return an invented series with a name of its own."""
    series = invented(seed)
    measure = Measure(**{**series.measure.model_dump(), "name": f"Wait {seed}"})
    return restated(series, measure=measure)


def with_signal(found: list[Series], kind: str = "") -> list[Series]:
    """Return the series with a signal of a kind, or of any kind where none is named."""
    signalled = [
        (one, one.control.signal) for one in found if one.control and one.control.signal is not None
    ]
    if not kind:
        return [one for one, _ in signalled]
    return [one for one, _ in signalled if one.status.welcome is KINDS[kind]]


def judged(found: list[Series]) -> list[Series]:
    """Return the series with firm limits, or with a signal by trial limits."""
    return [
        one
        for one in found
        if one.control
        and (one.control.signal is not None or one.control.limits is LimitsStatus.FIRM)
    ]


def check_signal(found: list[Series], sentence: str) -> bool:
    told = re.fullmatch(r"(Wait \d+): (.+?)\.", sentence)
    if told is None:
        return False
    series = next(one for one in found if one.measure.name == told[1])
    assert series in with_signal(found)
    front = told[2]
    if series.latest.value is None:
        assert series.status.signal is not None
        front = front.removesuffix(f", {series.status.signal.word}")
    assert read_front(series, f"{front[:1].upper()}{front[1:]}")
    return True


def check_count(found: list[Series], sentence: str) -> bool:
    """Hold a sentence that counts measures against the series; False for any other sentence."""
    quiet = [one for one in judged(found) if one.control and one.control.signal is None]
    silent = len(found) - len(judged(found))
    told = re.fullmatch(
        rf"(\d+|No) (?:measures? (have figures for Northshire|varies as usual|vary as usual|"
        rf"has too few .*|have too few .*)|more measures? stands? out, {HEAD})\.",
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
    assert unread == (["Figures show that something changed, and not why."] if signals else [])
    shown = sum(check_signal(found, one) for one in said)
    assert shown == sum(min(4, len(with_signal(found, kind))) for kind in KINDS)


def test_a_place_without_figures_and_one_with_a_single_measure() -> None:
    assert tell_place("Northshire", ()) == ("No figure is held for Northshire.",)
    one = named(0)
    alone = restated(one, points=(replace(one.points[0], value=Decimal(5)),), control=None)
    assert tell_place("Northshire", [alone])[0] == "1 measure has figures for Northshire."


def test_lines_of_the_collection_are_not_counted_as_measures() -> None:
    def line(number: int) -> Series:
        few = restated(named(number), points=named(number).points[-1:], control=None, target=None)
        measure = few.measure.model_copy(update={"code": f"coll_{number}"})
        return restated(few, measure=measure)

    lines = [line(number) for number in range(5)]
    measures = [restated(named(number), target=None) for number in (11, 12)]
    said = tell_place("Northshire", [*lines, *measures])
    assert said[0] == ("2 measures have figures for Northshire, besides 5 lines of the collection.")
    assert not any(text.startswith(("5 measures", "6 measures", "7 measures")) for text in said)
    alone = tell_place("Northshire", lines)
    assert alone == (
        "Figures for Northshire are held of 5 lines of the collection alone, too few to be judged.",
    )

"""What is said of a returned sheet, rule by rule."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.read_models.collection import PartState, ReturnFinding
from lfjb_desk.domain.read_models.collection_sheet import PARTS, read_rules
from lfjb_desk.importers.figures import Figure, Reading, Refusal, RefusalKind
from lfjb_desk.services.collection.checks import Checked, checked, part_states
from lfjb_desk.services.collection.items import hint, read_items, rule_words
from tests.services.collection.conftest import FACTS, sound

if TYPE_CHECKING:
    from lfjb_desk.domain.read_models.collection_sheet import SheetItem
    from tests.services.collection.conftest import Sheet


@cache
def items() -> tuple[SheetItem, ...]:
    return read_items(FACTS)


def figure(item: SheetItem, given: float | str) -> Figure:
    alone = isinstance(given, str)
    return Figure(
        measure_code=item.measure,
        place_label="Camden",
        place_hint="CLON E09000007 version 1",
        place_kind="authority",
        period_label="July to September 2026",
        period_start=date(2026, 7, 1),
        period_end=date(2026, 9, 30),
        value=None if alone else Decimal(str(given)),
        marker=str(given) if alone else None,
        sheet=f"Part_{item.part}",
        cell=f"G{item.number}",
    )


def reading(given: Sheet, refused: tuple[Refusal, ...] = ()) -> Reading:
    filled = {item.measure: given.get(item.measure, 0) for item in items()}
    wanted = [item for item in items() if filled[item.measure] != ""]
    return Reading(
        file_name="back.ods",
        sha256="0" * 64,
        layout="",
        publisher="Central London collection",
        read=len(items()),
        measures=tuple(hint(item) for item in items()),
        figures=tuple(figure(item, filled[item.measure]) for item in wanted),
        refused=refused,
        notes=(),
    )


def said(result: Checked) -> list[str]:
    return [one.sentence for one in result.findings]


def test_a_sheet_in_which_all_agrees_has_nothing_said_of_it() -> None:
    result = checked(reading(sound()), items())

    assert said(result) == []
    assert result.is_complete
    assert len(result.reading.figures) == len(items()) == 111


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"coll_extended": 3}, "count of 1 to 4"),
        ({"coll_extended": 7.5}, "no whole number"),
        ({"coll_extended": ".."}, "a sign that the sheet does not know"),
        (
            {"coll_pre_ended": "[c]", "coll_pre_down": "[c]"},
            "(preproc_duration) is an average over",
        ),
    ],
    ids=["small", "part", "sign", "average"],
)
def test_a_figure_that_is_wrong_by_itself_is_not_taken(given: Sheet, words: str) -> None:
    result = checked(reading({**sound(), **given}), items())

    missing = [one for one in result.findings if one.missing]
    assert len(missing) == 1
    assert words in missing[0].sentence
    taken = {one.measure_code for one in result.reading.figures}
    assert not taken & set(missing[0].missing)
    assert not any(str(value) in missing[0].sentence for value in (3, 7.5))


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"coll_weeks_26": 30}, "rows 6.1, 6.2, 6.3 and 6.4 do not agree"),
        ({"coll_closed_cases": 60}, "do not agree"),
        ({"preproc_open": 10}, "(Children in pre-proceedings for more than 16 weeks) is more than"),
        ({"s31_children": 10}, "is less than row 1.1"),
        ({"coll_assess_misuse": 5, "coll_assess_kin": 14}, "do not agree"),
        ({"coll_assess_misuse": 5}, "it can be worked out from row 4.1"),
        ({"coll_pre_ended": "[c]", "preproc_duration": "[c]"}, "because none of rows 2.6, 2.7"),
        ({"coll_pre_started": 0}, "and row 2.1 (Children who entered pre-proceedings) is 0"),
        ({"coll_vacated": "[z]"}, "rows 9.2 to 9.46 do not agree"),
    ],
    ids=["parts", "total", "most", "least", "hidden", "alone", "total-hidden", "idle", "none"],
)
def test_figures_that_do_not_agree_are_taken_and_said(given: Sheet, words: str) -> None:
    result = checked(reading({**sound(), **given}), items())

    assert len(result.reading.figures) == 111
    assert any(words in one for one in said(result)), said(result)
    assert all(one.cell and not one.missing for one in result.findings)
    states = part_states(result.findings, items(), returned=True)
    assert PartState.CHECK in states
    assert PartState.PARTLY not in states


def test_what_a_cell_does_not_give_away_is_not_judged() -> None:
    hidden: Sheet = {"coll_vacated": "[x]", "coll_hearing_ju3": "[C]", "open_over_26": "[c]"}
    result = checked(reading({**sound(), **hidden}), items())

    assert said(result) == []
    markers = {one.measure_code: one.marker for one in result.reading.figures}
    assert markers["coll_hearing_ju3"] == "[c]"


def test_rows_and_parts_that_are_not_there_are_said() -> None:
    lost: Sheet = {item.measure: "" for item in items() if item.part in {3, 7}}
    empty = tuple(
        Refusal(
            "Part_7",
            "G9",
            "Not written yet, in other words than a sheet says it.",
            RefusalKind.NOT_FILLED_IN,
            item.measure,
        )
        for item in items()
        if item.part == 7
    )
    stray = Refusal("Part_1", "G3", "Row 3 (F1) has no code.", RefusalKind.ROW)
    given: Sheet = {**sound(), **lost, "coll_extended": ""}
    result = checked(reading(given, (*empty, stray)), items())

    assert said(result) == [
        stray.reason,
        "Part 3, Application pathway, is not in the file, or its headings were changed.",
        "Nothing of part 7, Outcomes, is filled in.",
        "Cases extended by the court (coll_extended), row 8.13, is not in the file.",
    ]
    states = part_states(result.findings, items(), returned=True)
    assert [states[n - 1] for n in (2, 3, 7, 8)] == [
        PartState.COMPLETE,
        PartState.NONE,
        PartState.NONE,
        PartState.PARTLY,
    ]


def test_a_row_with_other_words_or_of_another_sheet_is_not_taken() -> None:
    whole = reading(sound())
    first, *others = whole.measures
    changed = Reading(
        **{
            **{name: getattr(whole, name) for name in whole.__slots__},
            "measures": (
                type(first)(first.code, "Applications, all of them", first.definition, first.unit),
                *others,
            ),
            "figures": (
                *whole.figures,
                figure(type(items()[0])(1, "1.9", "coll_new", "", "", "", True, (), ""), 9),  # noqa: FBT003
            ),
        }
    )
    result = checked(changed, items())

    assert any("has other words than the sheet" in one for one in said(result))
    assert any("(coll_new) is no row of this collection" in one for one in said(result))
    assert len(result.reading.figures) == 110


def test_every_rule_of_the_rows_names_rows_that_there_are_and_has_words() -> None:
    numbers = {item.measure: item.number for item in items()}
    for item in items():
        assert rule_words(item, numbers).endswith(".")
    assert "Rows 9.2 to 9.46 must add up to it." in rule_words(
        next(item for item in items() if item.number == "9.1"), numbers
    )
    assert {item.part for item in items()} == {part.number for part in PARTS}
    for wrong in ("half", "count; near a", "count; sum"):
        with pytest.raises(ValueError, match=wrong.split("; ")[-1]):
            read_rules(wrong)


def test_a_row_that_is_refused_names_its_cell_and_leaves_with_its_measure() -> None:
    result = checked(reading({**sound(), "coll_extended": ".."}), items())

    sentence = (
        "Cases extended by the court (coll_extended) holds a sign that the sheet does not know; "
        "it takes [c], [x] and [z] alone."
    )
    (finding,) = (one for one in result.findings if one.missing)
    assert finding == ReturnFinding(8, "Part_8", "G8.13", sentence, ("coll_extended",))
    (refusal,) = result.reading.refused
    assert (refusal.kind, refusal.reason) == (RefusalKind.NOT_COLLECTED, sentence)
    assert (refusal.sheet, refusal.cell, refusal.measure) == ("Part_8", "G8.13", "coll_extended")
    codes = {hint_left.code for hint_left in result.reading.measures}
    assert codes == {item.measure for item in items()} - {"coll_extended"}
    assert not result.is_complete


def test_an_average_over_a_count_that_is_kept_back_is_not_kept() -> None:
    given: Sheet = {**sound(), "coll_pre_ended": "[c]", "preproc_duration": 17}
    result = checked(reading(given), items())

    (refusal,) = result.reading.refused
    row = next(item for item in items() if item.measure == "coll_pre_ended")
    assert refusal.kind is RefusalKind.KEPT_BACK
    assert refusal.reason == (
        f"Average length of pre-proceedings (preproc_duration) is an average over row {row.number},"
        " which is [c]: write [c] here too. The number was not kept."
    )
    assert "preproc_duration" not in {one.measure_code for one in result.reading.figures}


def test_findings_stand_in_the_order_of_the_parts_with_those_of_no_part_first() -> None:
    stray = Refusal("Part_1", "G3", "Row 3 (F1) has no code.", RefusalKind.ROW)
    given: Sheet = {**sound(), "coll_extended": "", "coll_closed_cases": 60, "preproc_open": ""}
    parts = [one.part for one in checked(reading(given, (stray,)), items()).findings]
    assert parts[0] == 0
    assert parts == sorted(parts)
    assert len(set(parts)) > 2


def test_a_sheet_that_never_came_back_has_no_part() -> None:
    assert part_states((), items(), returned=False) == (PartState.NONE,) * len(PARTS)
    assert part_states((), items(), returned=True) == (PartState.COMPLETE,) * len(PARTS)

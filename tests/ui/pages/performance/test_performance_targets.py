"""Targets on the page of a measure: where they hold, when they are drawn, and what is said."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from sqlmodel import select

from lfjb_desk.domain.changes import Change, added
from lfjb_desk.domain.figures.figures import Measure, Observation, Polarity, Snapshot
from lfjb_desk.domain.figures.targets import NATION
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.ui.pages.performance.measures import forms
from lfjb_desk.ui.questions import FormDialog
from tests.ui.pages.hands import press, undo, words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.charts.data import ChartData
    from lfjb_desk.ui.look.theme import ActiveTheme
    from lfjb_desk.ui.pages.performance.page import PerformancePage
    from tests.ui.conftest import Scripted

QUARTERS = [
    (date(2025, month, 1), date(2025, month + 2, 30 if month in {4, 7} else 31))
    for month in (1, 4, 7, 10)
]


def measure_of(page: PerformancePage) -> Measure:
    return next(m for m in page.measure._ask.figures.measures() if m.code == "s31_mean_weeks")


@pytest.fixture
def at_authority(qtbot: QtBot, performance_page: PerformancePage, database: Database) -> str:
    """The page of a measure of one authority, and the name of the authority."""
    page = performance_page
    page.renew()
    place = next(each for each in page.choice.offered if each.kind is PlaceKind.AUTHORITY)
    with database.session() as session:
        snapshot = session.exec(select(Snapshot)).first()
    assert snapshot is not None
    measure = measure_of(page)
    figures = [
        Observation(
            snapshot_id=snapshot.id,
            measure_id=measure.id,
            place_kind=place.kind,
            place_code=place.code,
            place_label=place.name,
            period_start=start,
            period_end=end,
            period_label=f"{start.year} Q{number}",
            value=Decimal(40 - number),
            publisher="Invented",
            sheet="Table",
            cell=f"B{number}",
        )
        for number, (start, end) in enumerate(QUARTERS, start=1)
    ]
    page.desk.history.do(lambda: Change("Figures", tuple(added(row) for row in figures)))
    page.choice.choose(place)
    page.open("measure", measure.id)
    qtbot.mouseClick(page.measure.pills._pills["settings"], Qt.MouseButton.LeftButton)
    return place.name


def drawn(page: PerformancePage) -> ChartData:
    chart = page.measure.chart_card.chart
    assert chart is not None
    data = chart.shown()
    assert data is not None
    return data


def test_a_target_set_on_the_page_of_an_authority_is_its_own_and_is_drawn_at_once(
    qtbot: QtBot, performance_page: PerformancePage, at_authority: str, dialogs: Scripted
) -> None:
    page = performance_page
    before = drawn(page).target_highs
    dialogs.forms.append({"low": Decimal(26), "high": Decimal(30), "source": "invented"})
    press(qtbot, page, "Set a target")
    panel = page.measure.chart_settings
    assert f"26 to 30 weeks, {at_authority}" in words(panel)
    assert drawn(page).target_highs == (26.0, 30.0, 30.0, 30.0)  # from its financial year on
    assert drawn(page).target_name == "Target 26 to 30 weeks"
    page.measure.narrative.more.control.click()
    assert "target of 26 to 30 weeks" in words(page.measure.narrative)
    assert "does not show it" not in words(panel)
    area = page.choice.offered[0]
    page.choice.choose(area)
    page.open("measure", measure_of(page).id)
    assert "26 to 30 weeks" not in words(page)
    undo(page)
    page.choice.choose(page.choice.offered[1])
    assert drawn(page).target_highs == before


def test_a_target_that_begins_later_says_why_the_chart_does_not_show_it(
    qtbot: QtBot, performance_page: PerformancePage, at_authority: str, dialogs: Scripted
) -> None:
    page = performance_page
    later = QUARTERS[-1][1] + timedelta(days=1)
    dialogs.forms.append({"high": Decimal(30), "starts": later, "source": "invented"})
    press(qtbot, page, "Set a target")
    said = words(page.measure.chart_settings)
    assert f"at most 30 weeks, {at_authority}" in said
    assert "It begins after the newest figure, so the chart does not show it yet." in said
    assert 30.0 not in drawn(page).target_highs


@pytest.mark.parametrize(
    ("ends", "told"),
    [
        ({"low": Decimal(26), "high": Decimal(40)}, "26 to 40 weeks"),
        ({"high": Decimal(30)}, "at most 30 weeks"),
        ({"low": Decimal(20)}, "at most 20 weeks"),  # less is better, whichever end was typed
    ],
)
@pytest.mark.usefixtures("at_authority")
def test_the_chart_and_the_words_of_one_page_tell_the_same_target(
    qtbot: QtBot,
    performance_page: PerformancePage,
    dialogs: Scripted,
    ends: dict[str, Decimal],
    told: str,
) -> None:
    page = performance_page
    dialogs.forms.append({**ends, "source": "invented"})
    press(qtbot, page, "Set a target")
    assert drawn(page).target_name == f"Target {told}"
    page.measure.narrative.more.control.click()
    assert f"The target of {told} is" in words(page.measure.narrative)
    assert f"{told}, " in words(page.measure.chart_settings)


def test_a_target_set_in_the_list_of_measures_is_drawn_at_once_too(
    qtbot: QtBot, performance_page: PerformancePage, dialogs: Scripted
) -> None:
    page = performance_page
    page.renew()
    measure = measure_of(page)
    page.open("measures", measure.id)
    dialogs.forms.append({"high": Decimal(30), "source": "invented"})
    press(qtbot, page, "Set a target")
    page.open("measure", measure.id)
    assert drawn(page).target_highs[-1] == 30.0
    assert drawn(page).target_name == "Target at most 30 weeks"


def test_a_target_may_hold_for_the_area_each_of_its_authorities_and_the_nation(
    qtbot: QtBot, performance_page: PerformancePage, at_authority: str, dialogs: Scripted
) -> None:
    page = performance_page
    dialogs.forms.append({"high": Decimal(30), "source": "invented"})
    press(qtbot, page, "Set a target")
    places = [choice.text for choice in dialogs.views[-1].fields["place"].field.choices]
    own = [each.name for each in page.choice.offered if each.kind is PlaceKind.AUTHORITY]
    assert places[0] == at_authority, "what the page shows is offered first"
    assert sorted(places) == sorted(["Essex and Suffolk", *own, "The whole nation"])
    assert dialogs.views[-1].fields["place"].answer().name == at_authority


@pytest.mark.parametrize(
    ("polarity", "keys", "remark"),
    [
        (
            Polarity.LOWER,
            ["high", "low"],
            "Lower is better for this measure, so on its own this is read as “at most”.",
        ),
        (
            Polarity.HIGHER,
            ["low", "high"],
            "Higher is better for this measure, so on its own this is read as “at least”.",
        ),
    ],
)
def test_the_end_that_fits_comes_first_and_the_other_is_remarked_on_and_taken(
    qtbot: QtBot, theme: ActiveTheme, polarity: Polarity, keys: list[str], remark: str
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    measure = Measure(
        code="invented",
        name="Invented",
        polarity=polarity,
        unit="weeks",
        definition="Invented",
        source="Invented",
    )
    kept: list[forms.NewTargetAnswer] = []

    def keep(answer: forms.NewTargetAnswer) -> str:
        kept.append(answer)
        return ""

    dialog = FormDialog(
        forms.new_target(measure, (NATION,), date(2026, 1, 1)),
        theme,
        date(2026, 11, 23),
        keep,
        window,
    )
    dialog.show()
    assert [key for key in dialog.view.fields if key in {"low", "high"}] == keys
    fitting, other = (dialog.view.fields[key] for key in keys)
    qtbot.keyClicks(fitting.control, "26")
    assert remark not in words(dialog)
    fitting.give(None)
    qtbot.keyClicks(other.control, "30")
    assert remark in words(dialog)
    assert remark in other.control.accessibleDescription()
    qtbot.keyClicks(fitting.control, "26")
    assert "alone says if it is met" in words(dialog)
    qtbot.keyClicks(dialog.view.fields["source"].control, "invented")
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert [getattr(kept[0], key) for key in keys] == [26, 30]

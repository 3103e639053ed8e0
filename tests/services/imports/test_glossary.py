"""The glossary: a body's own words come first, and what is settled is remembered."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.changes import Change, RuleError, added
from lfjb_desk.domain.figures.figures import Measure, Polarity, Term
from lfjb_desk.domain.places import (
    AreaAuthority,
    AreaName,
    Confidence,
    LocalAuthority,
    PlaceKind,
    fold,
)
from lfjb_desk.importers.figures import Figure, MeasureHint, Reading
from lfjb_desk.services.imports.glossary import TermService
from lfjb_desk.services.imports.imports import ImportService
from lfjb_desk.services.imports.preview import Meaning
from lfjb_desk.store.queries.lookup import everything

if TYPE_CHECKING:
    from lfjb_desk.services.imports.preview import Answers, Preview
    from tests.services.conftest import Board

NOW = datetime(2026, 11, 23, 9, 14, tzinfo=UTC)


def measure(code: str, name: str, unit: str) -> Measure:
    return Measure(
        code=code,
        name=name,
        definition=name,
        unit=unit,
        polarity=Polarity.CONTEXT,
        source="invented",
    )


STARTS = measure("starts", "Cases started", "cases")
CHILDREN = measure("children", "Children in cases", "children")
SHARE = measure("share", "Finished in time", "%")
WAIT = measure("wait", "Wait for a hearing", "weeks")
KENT = LocalAuthority(gss_code="E10000016", name="Kent", nation="England", source="invented")


@pytest.fixture
def service(board: Board) -> TermService:
    spelt = [("Kent", PlaceKind.AUTHORITY, KENT.gss_code), ("Essex", PlaceKind.AREA, "ESST")]
    names = [
        AreaName(
            place_kind=kind,
            place_code=code,
            publisher="",
            name=name,
            folded=fold(name),
            source="invented",
        )
        for name, kind, code in spelt
    ]
    link = AreaAuthority(
        area_id=board.area,
        authority_id=KENT.id,
        confidence=Confidence.HIGH,
        source="invented",
    )
    rows = (*(one.model_copy() for one in (STARTS, CHILDREN, SHARE, WAIT, KENT)), link, *names)
    board.write(Change("Measures and names", tuple(added(row) for row in rows)))
    return TermService(board.database)


def preview(
    board: Board,
    label: str,
    *,
    place: str = "Essex",
    value: str = "12",
    unit: str = "",
    publisher: str = "Own return",
    answers: Answers | None = None,
) -> Preview:
    kind = "authority" if place == "Kent" else "area"
    figure = Figure(
        label,
        place,
        "",
        "authority" if kind == "authority" else "area",
        "January to March 2026",
        date(2026, 1, 1),
        date(2026, 3, 31),
        Decimal(value),
        None,
        "",
        "B2",
    )
    reading = Reading(
        "return.csv",
        "b" * 64,
        "A plain table",
        publisher,
        1,
        (MeasureHint(label, label, unit=unit, settled=False),),
        (figure,),
        (),
        (),
    )
    return ImportService(board.database).understand(reading, answers)


def codes(found: Preview) -> list[str]:
    return [one.measure_code for one in found.taken]


def test_words_of_the_board_mean_the_measure(board: Board, service: TermService) -> None:
    assert [one.about for one in preview(board, "New issues").questions] == ["measure"]
    board.round_trip(service.add(board.area, STARTS.id, " New  issues "))
    assert codes(preview(board, "new ISSUES")) == ["starts"]
    (line,) = service.terms(board.area)
    assert (line.measure, line.unit, line.shared) == ("Cases started", "cases", False)


def test_an_authority_is_taken_at_its_own_words_first(board: Board, service: TermService) -> None:
    board.write(service.add(board.area, STARTS.id, "Issued"))
    board.write(service.add(board.area, CHILDREN.id, "Issued", body=KENT.gss_code, note="Children"))
    board.write(service.add(board.area, WAIT.id, "Issued", body="Own return"))
    assert codes(preview(board, "Issued", place="Kent")) == ["children"]
    assert codes(preview(board, "Issued")) == ["wait"]
    assert codes(preview(board, "Issued", publisher="")) == ["starts"]
    kent = next(one for one in service.terms(board.area) if one.body == KENT.gss_code)
    assert (kent.body_name, kent.note) == ("Kent", "Children")


def test_a_term_comes_before_the_name_of_another_measure(
    board: Board, service: TermService
) -> None:
    board.write(service.add(board.area, CHILDREN.id, "Cases started"))
    assert codes(preview(board, "Cases started")) == ["children"]


def test_words_that_mean_two_measures_are_asked_about(board: Board, service: TermService) -> None:
    for one in (STARTS, CHILDREN):
        term = Term(measure_id=one.id, words="Issued", folded="issued", source="invented")
        board.write(Change("A term", (added(term),)))
    (question,) = preview(board, "Issued").questions
    assert question.state == "ambiguous"
    assert {one.code for one in question.choices[:2]} == {"starts", "children"}


def test_an_answer_is_remembered_with_the_import_and_forgotten_with_it(
    board: Board, service: TermService
) -> None:
    answers = {"measure: New issues": Meaning("starts", "Cases started")}
    imports = ImportService(board.database)
    board.round_trip(imports.commit(preview(board, "New issues", answers=answers), NOW))
    (line,) = service.terms(board.area)
    assert (line.body, line.words, line.measure) == ("Own return", "New issues", "Cases started")
    assert line.source == "Settled on 23 November 2026 for return.csv"
    assert codes(preview(board, "new issues")) == ["starts"]


def test_another_answer_changes_the_term_that_is_held(board: Board, service: TermService) -> None:
    for one in (STARTS, CHILDREN):
        term = Term(
            measure_id=one.id, body="Own return", words="Issued", folded="issued", source="x"
        )
        board.write(Change("A term", (added(term),)))
    answers = {"measure: Issued": Meaning("wait", "Wait for a hearing")}
    board.write(
        ImportService(board.database).commit(preview(board, "Issued", answers=answers), NOW)
    )
    assert {one.measure for one in service.terms(board.area)} == {"Wait for a hearing"}


def test_terms_are_changed_and_removed(board: Board, service: TermService) -> None:
    board.write(service.add(board.area, STARTS.id, "Issued"))
    (line,) = service.terms(board.area)
    board.round_trip(service.change(line.id, words="Issues", note="Care only"))
    (line,) = service.terms(board.area)
    assert (line.words, line.note) == ("Issues", "Care only")
    board.round_trip(service.remove(line.id))
    assert service.terms(board.area) == ()


def test_empty_words_and_words_taken_are_refused(board: Board, service: TermService) -> None:
    with pytest.raises(RuleError, match="needs words"):
        service.add(board.area, STARTS.id, " - ")
    board.write(service.add(board.area, STARTS.id, "Issued"))
    with pytest.raises(RuleError, match="“Issued” means “Cases started” already"):
        service.add(board.area, CHILDREN.id, "issued")


@pytest.mark.parametrize(
    ("label", "value", "unit", "reason"),
    [
        ("Finished in time", "0.26", "", "may be a part of 1 or a part of 100"),
        ("Wait for a hearing", "26", "days", "is in days"),
        ("Wait for a hearing", "26", "%", "is a percentage"),
    ],
)
def test_a_figure_that_cannot_be_one_of_its_measure_is_refused(
    board: Board, service: TermService, label: str, value: str, unit: str, reason: str
) -> None:
    found = preview(board, label, value=value, unit=unit)
    assert found.taken == ()
    assert reason in found.refused[0].reason
    assert service.terms(board.area) == ()


def test_the_glossary_stays_when_a_measure_left_out_is_asked_again(
    board: Board, service: TermService
) -> None:
    found = preview(board, "New issues", answers={"measure: New issues": None})
    assert "left out" in found.refused[0].reason
    with board.database.session() as session:
        assert everything(session, Term) == []
    assert service.glossary().measures("New issues", ()) == ()

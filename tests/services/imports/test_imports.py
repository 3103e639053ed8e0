"""Bringing figures in: nothing is guessed, nothing is taken twice, all of it can be taken back."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from lfjb_desk.domain.changes import Change, RuleError, added, edited
from lfjb_desk.domain.common.publishers import NOT_STATED
from lfjb_desk.domain.figures.figures import Measure, Observation, Polarity
from lfjb_desk.domain.places import AreaName, PlaceKind, fold
from lfjb_desk.domain.read_models.figures.series import Series
from lfjb_desk.importers.figures import Figure, MeasureHint, Reading, Refusal, RefusalKind
from lfjb_desk.services.figures.figures import FigureService
from lfjb_desk.services.imports.imports import ImportService, NothingNewError
from lfjb_desk.services.imports.preview import FigureStatus, Meaning
from lfjb_desk.store.queries.lookup import everything

if TYPE_CHECKING:
    from lfjb_desk.store.engine.database import Database
    from tests.services.conftest import Board

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 14, tzinfo=UTC)
WEEKS = Measure(
    code="s31_mean_weeks",
    name="Length of care cases",
    definition="Mean weeks from issue to disposal.",
    unit="weeks",
    polarity=Polarity.LOWER,
    source="invented",
)


def figure(cell: str, value: str | None, place: str = "Essex", **other: Any) -> Figure:
    """Return a figure for the first quarter of 2026 unless told otherwise."""
    values: dict[str, Any] = {
        "measure_code": "s31_mean_weeks",
        "place_label": place,
        "place_hint": "",
        "place_kind": "area",
        "period_label": "2026 Q1",
        "period_start": date(2026, 1, 1),
        "period_end": date(2026, 3, 31),
        "value": None if value is None else Decimal(value),
        "marker": None,
        "sheet": "Table",
        "cell": cell,
    }
    return Figure(**(values | other))


def reading(*figures: Figure, **other: Any) -> Reading:
    values: dict[str, Any] = {
        "file_name": "durations.xlsx",
        "sha256": "a" * 64,
        "layout": "Duration history",
        "publisher": "Cafcass",
        "read": len(figures),
        "measures": (MeasureHint("s31_mean_weeks", "Length", settled=True),),
        "figures": figures,
        "refused": (),
        "notes": (),
    }
    return Reading(**(values | other))


def spelling(name: str, code: str, *, doubtful: bool = False, publisher: str = "") -> AreaName:
    return AreaName(
        place_kind=PlaceKind.AREA,
        place_code=code,
        publisher=publisher,
        name=name,
        folded=fold(name),
        doubtful=doubtful,
        source="invented",
    )


@pytest.fixture
def service(board: "Board") -> ImportService:
    names = (spelling("Essex", "ESST"), spelling("Kent", "KENT"))
    rows = (added(WEEKS.model_copy()), *(added(name) for name in names))
    board.write(Change("Names and a measure", rows))
    return ImportService(board.database)


def bring_in(board: "Board", service: ImportService, read: Reading, **answers: Meaning) -> Change:
    return board.write(service.commit(service.understand(read, answers), NOW))


def held(database: "Database", *, current: bool = True) -> list[Observation]:
    with database.session() as session:
        rows = everything(session, Observation)
    return sorted((row for row in rows if row.current is current), key=lambda row: row.cell)


def weeks(board: "Board") -> Series:
    with board.database.session() as session:
        measure = next(iter(everything(session, Measure)))
    series = FigureService(board.database).series(measure.id, PlaceKind.AREA, "ESST", TODAY)
    assert series is not None
    return series


def test_a_figure_knows_its_file_sheet_and_cell(board: "Board", service: ImportService) -> None:
    bring_in(board, service, reading(figure("B4", "46")))
    (row,) = held(board.database)
    assert (row.value, row.publisher, row.sheet, row.cell) == (
        Decimal(46),
        "Cafcass",
        "Table",
        "B4",
    )
    assert weeks(board).latest.source_words == "durations.xlsx, sheet Table, cell B4"


def test_a_marker_stays_a_marker_and_never_becomes_nought(
    board: "Board", service: ImportService
) -> None:
    bring_in(board, service, reading(figure("B4", None, marker="[c]")))
    (row,) = held(board.database)
    assert (row.value, row.marker) == (None, "[c]")


def test_the_same_file_twice_adds_nothing(board: "Board", service: ImportService) -> None:
    read = reading(figure("B4", "46"), figure("B5", "31", place="Kent"))
    bring_in(board, service, read)
    again = service.understand(read)
    assert (again.counts.new, again.counts.unchanged, again.writes) == (0, 2, False)
    assert again.imported_before is not None
    with pytest.raises(NothingNewError, match="2 figures held already"):
        service.commit(again, NOW)


def test_a_revised_figure_keeps_the_old_one_and_says_so(
    board: "Board", service: ImportService
) -> None:
    bring_in(board, service, reading(figure("B4", "46")))
    later = reading(figure("B4", "47"), sha256="b" * 64)
    preview = service.understand(later)
    (revised,) = preview.revised
    assert (revised.old_value, revised.figure.value) == (Decimal(46), Decimal(47))
    board.round_trip(service.commit(preview, NOW))
    assert [row.value for row in held(board.database)] == [Decimal(47)]
    assert [row.value for row in held(board.database, current=False)] == [Decimal(46)]
    point = weeks(board).latest
    assert point.revised
    assert point.observation_id is not None
    chain = FigureService(board.database).revisions(point.observation_id)
    assert [row.value for row, _ in chain] == [Decimal(47), Decimal(46)]


def test_a_lost_marker_counts_as_a_revision(board: "Board", service: ImportService) -> None:
    bring_in(board, service, reading(figure("B4", "46", marker="[p]")))
    later = service.understand(reading(figure("B4", "46.0")))
    assert [one.status for one in later.taken] == [FigureStatus.REVISED]


def test_two_cells_that_disagree_are_both_refused_by_name(service: ImportService) -> None:
    preview = service.understand(reading(figure("B4", "46"), figure("C9", "48")))
    assert preview.taken == ()
    assert [one.cell for one in preview.refused] == ["B4", "C9"]
    assert "Cells Table!B4 and Table!C9 give different figures" in preview.refused[0].reason
    assert preview.counts.refused == 2


def test_two_cells_that_agree_are_taken_once(board: "Board", service: ImportService) -> None:
    preview = service.understand(reading(figure("B4", "46"), figure("C9", "46", sheet="")))
    assert [one.status for one in preview.taken] == [FigureStatus.NEW]
    assert [(one.cell, one.reason) for one in preview.repeats] == [("C9", "C9 repeats Table!B4.")]
    assert preview.counts.repeated == 1
    board.write(service.commit(preview, NOW))
    assert [row.cell for row in held(board.database)] == ["B4"]
    (line,) = service.imports()
    assert line.repeats == preview.repeats
    with pytest.raises(NothingNewError, match="1 figure held already, 1 figure standing twice"):
        service.commit(service.understand(preview.reading), NOW)


def test_an_unknown_place_is_asked_about_and_never_guessed(
    board: "Board", service: ImportService
) -> None:
    read = reading(figure("B4", "46"), figure("B5", "50", place="Chelmsford DJF"))
    preview = service.understand(read)
    (question,) = preview.questions
    assert (question.about, question.label, question.state) == (
        "place",
        "Chelmsford DJF",
        "unknown",
    )
    assert [choice.name for choice in question.choices] == ["Essex"]
    assert question.cells == (("Table", "B5"),)
    counts = preview.counts
    assert (counts.new, counts.asked, counts.figures) == (1, 1, 2)
    board.write(service.commit(preview, NOW))
    assert [row.cell for row in held(board.database)] == ["B4"]


def test_an_answer_is_remembered_for_the_next_file(board: "Board", service: ImportService) -> None:
    read = reading(figure("B4", "46", place="Chelmsford DJF"))
    (question,) = service.understand(read).questions
    answers = {question.key: question.choices[0]}
    board.round_trip(service.commit(service.understand(read, answers), NOW))
    assert [row.place_code for row in held(board.database)] == ["ESST"]
    later = reading(figure("B4", "47", place="CHELMSFORD DJF"))
    assert service.understand(later).questions == ()


def test_settling_a_doubtful_spelling_ends_the_doubt(
    board: "Board", service: ImportService
) -> None:
    doubtful = spelling("Cardiff DFJ", "KENT", doubtful=True, publisher="Cafcass")
    board.write(Change("Doubt", (added(doubtful),)))
    read = reading(figure("B4", "46", place="Cardiff DFJ"))
    (question,) = service.understand(read).questions
    assert (question.state, question.choices[0].code) == ("doubtful", "KENT")
    essex = next(choice for choice in question.choices if choice.code == "ESST")
    board.round_trip(service.commit(service.understand(read, {question.key: essex}), NOW))
    assert service.understand(read).questions == ()
    assert [row.place_code for row in held(board.database)] == ["ESST"]


def test_a_name_that_may_mean_two_places_brings_both(
    board: "Board", service: ImportService
) -> None:
    board.write(Change("Another Essex", (added(spelling("Essex", "KENT")),)))
    (question,) = service.understand(reading(figure("B4", "46"))).questions
    assert question.state == "ambiguous"
    assert {choice.code for choice in question.choices[:2]} == {"ESST", "KENT"}


def test_what_the_user_leaves_out_is_listed_with_the_reason(service: ImportService) -> None:
    read = reading(figure("B4", "46", place="Elsewhere"))
    preview = service.answered(service.understand(read), {"Elsewhere": None})
    assert preview.questions == ()
    assert [one.reason for one in preview.refused] == ["“Elsewhere” was left out, as you chose."]


def test_a_measure_that_the_layout_settles_is_made(board: "Board", service: ImportService) -> None:
    hint = MeasureHint("fcsq_new", "Something new", unit="cases", source="FCSQ")
    read = reading(figure("B4", "3", measure_code="fcsq_new"), measures=(hint,))
    preview = service.understand(read)
    assert [row.code for row in preview.new_measures] == ["fcsq_new"]
    board.round_trip(service.commit(preview, NOW))


def test_a_measure_is_matched_by_its_name_or_asked_about(service: ImportService) -> None:
    known = MeasureHint("length of CARE cases", "length of CARE cases", settled=False)
    odd = MeasureHint("Delay", "Delay", settled=False)
    read = reading(
        figure("B4", "46", measure_code=known.code),
        figure("B5", "7", measure_code="Delay"),
        measures=(known, odd),
    )
    preview = service.understand(read)
    assert [one.measure_code for one in preview.taken] == ["s31_mean_weeks"]
    (question,) = preview.questions
    assert (question.about, question.key, question.kind) == ("measure", "measure: Delay", None)
    answered = service.answered(preview, {question.key: question.choices[0]})
    assert answered.questions == ()
    assert answered.counts.refused == 2  # the two cells now stand for one figure and disagree
    left_out = service.answered(preview, {question.key: None})
    assert [one.cell for one in left_out.refused] == ["B5"]


def test_two_publishers_are_kept_apart(board: "Board", service: ImportService) -> None:
    bring_in(board, service, reading(figure("B4", "46")))
    bring_in(board, service, reading(figure("C4", "45"), publisher=""))
    assert {row.publisher for row in held(board.database)} == {"Cafcass", NOT_STATED}
    assert len(weeks(board).points) == 1
    assert len(weeks(board).others) == 1


def test_the_history_tells_what_each_import_brought(board: "Board", service: ImportService) -> None:
    refused = (Refusal("Table", "B9", "Not a number.", RefusalKind.CELL),)
    read = reading(figure("B4", "46"), figure("B5", "1", place="Nowhere"), refused=refused)
    bring_in(board, service, read)
    (line,) = service.imports()
    assert (line.snapshot.new, line.snapshot.refused) == (1, 1)
    assert line.refused == refused
    assert line.questions == (
        "“Nowhere” is not a place that is known here. Which place does it mean?",
    )


def test_a_whole_import_can_be_taken_back_later(board: "Board", service: ImportService) -> None:
    bring_in(board, service, reading(figure("B4", "46")))
    bring_in(board, service, reading(figure("B4", "47"), sha256="b" * 64))
    newest, oldest = (line.snapshot for line in service.imports())
    if newest.sha256 != "b" * 64:
        newest, oldest = oldest, newest
    with pytest.raises(RuleError, match="revised 1 figure of durations"):
        service.undo(oldest.id)
    board.round_trip(service.undo(newest.id))
    assert [row.value for row in held(board.database)] == [Decimal(46)]
    board.round_trip(service.undo(oldest.id))
    assert held(board.database) == []
    with pytest.raises(RuleError, match="no longer there"):
        service.undo(oldest.id)


def test_an_import_that_revised_itself_is_taken_back_whole(
    board: "Board", service: ImportService
) -> None:
    bring_in(board, service, reading(figure("B4", "46")))
    (first,) = held(board.database)
    again = Observation(**{**first.model_dump(), "cell": "C4", "replaces_id": first.id})
    again.id = uuid4()
    board.write(Change("Conflict", (edited(first, current=False), added(again))))
    board.round_trip(service.undo(first.snapshot_id))
    assert held(board.database) == held(board.database, current=False) == []


def test_the_json_accounts_for_every_figure(service: ImportService) -> None:
    read = reading(
        figure("B4", "46.50"),
        figure("B5", None, place="Kent", marker="[c]"),
        figure("B6", "1", place="Nowhere"),
        refused=(Refusal("Table", "B7", "Not a number.", RefusalKind.CELL),),
    )
    data = service.to_json(service.understand(read), figures=True)
    assert data["counts"] == {
        "read": 3,
        "figures": 3,
        "new": 2,
        "unchanged": 0,
        "revised": 0,
        "refused": 1,
        "asked": 1,
        "repeated": 0,
    }
    assert data["repeats"] == []
    assert data["refused"] == [
        {
            "sheet": "Table",
            "cell": "B7",
            "reason": "Not a number.",
            "kind": "cell",
            "measure": "",
        }
    ]
    assert data["questions"][0]["cells"] == [{"sheet": "Table", "cell": "B6"}]
    assert data["questions"][0]["choices"][0]["kind"] == "area"
    first, second = data["figures"]
    assert (first["measure"], first["value"], first["marker"]) == ("s31_mean_weeks", "46.50", None)
    assert (first["period_start"], first["period_end"]) == ("2026-01-01", "2026-03-31")
    assert (second["place"], second["value"], second["marker"]) == ("KENT", None, "[c]")
    assert "figures" not in service.to_json(service.understand(read))


def test_a_file_that_holds_no_figure_is_told_plainly(service: ImportService) -> None:
    with pytest.raises(NothingNewError, match="it holds no figure"):
        service.commit(service.understand(reading()), NOW)

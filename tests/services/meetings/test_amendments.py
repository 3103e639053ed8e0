"""Answers to circulated minutes: read in from Word, decided one by one, each a record."""

import re
import zipfile
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from lfjb_desk.domain.action_forms import AnswerState
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.meetings.amendments import AmendmentKind, MinutesAmendment, MinutesReview
from lfjb_desk.domain.meetings.meetings import AgendaItem, Meeting, MeetingState, Presence
from lfjb_desk.domain.meetings.minutes import CirculatedMinutes, MinutesCorrection
from lfjb_desk.domain.read_models.meetings.amendments import ReturnedMinutes, correction_text
from lfjb_desk.domain.read_models.meetings.minutes_key import MinutesKey, minutes_key
from lfjb_desk.services.amendments.reading import AmendmentReader
from lfjb_desk.services.meetings.agenda import AgendaService
from lfjb_desk.services.meetings.amendments import AmendmentService
from lfjb_desk.services.meetings.attendance import AttendanceService
from lfjb_desk.services.meetings.circulation import CirculationService
from lfjb_desk.services.meetings.decisions import DecisionService
from lfjb_desk.services.meetings.meetings import MeetingService
from lfjb_desk.services.meetings.minutes import MinutesService
from lfjb_desk.services.papers.definition import PaperRequest
from lfjb_desk.services.papers.papers import PaperService
from lfjb_desk.services.papers.registry import CHAIRS_BRIEF, MINUTES
from lfjb_desk.store.queries.lookup import everything
from lfjb_desk.word.reading.read import ReadParagraph, read
from lfjb_desk.word.reading.tracked import read_reviewed
from tests.word.reviewing import ANN, gone, ins, run

if TYPE_CHECKING:
    from tests.services.conftest import Board

TEMPLATE = Path(__file__).parents[3] / "templates" / "house.docx"
LATER = date(2026, 12, 14)
WAIT = "Cases wait for experts."
RUN = r"<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t[^>]*>{}</w:t></w:r>"


@dataclass(frozen=True)
class Circulated:
    """A meeting whose minutes were circulated: an item with a note, one with a decision."""

    board: "Board"
    listing: UUID
    rota: UUID
    folder: Path

    @property
    def service(self) -> AmendmentService:
        return AmendmentService(self.board.database)

    def read_file(self, file: Path) -> ReturnedMinutes:
        return AmendmentReader(self.board.database, TEMPLATE).read(self.board.meeting, file, LATER)

    def printed(self, meeting: UUID | None = None, *, restricted: bool = False) -> bytes:
        """Return the minutes in Word as members have them."""
        request = PaperRequest(
            MINUTES, self.board.group, LATER, meeting or self.board.meeting, restricted=restricted
        )
        written = PaperService(self.board.database, TEMPLATE).write(request, self.folder)
        return written.path.read_bytes()

    def answer(
        self, *changes: tuple[str, str], name: str = "answer.docx", data: bytes = b""
    ) -> Path:
        """Return a file in which words of the printed minutes are other markup."""
        file = self.folder / name
        file.write_bytes(edited(data or self.printed(), *changes))
        return file

    def read(self, *changes: tuple[str, str], name: str = "answer.docx") -> ReturnedMinutes:
        return self.read_file(self.answer(*changes, name=name))

    def taken_in(self, *changes: tuple[str, str], reviewer: str = "Helen Marsh") -> list[UUID]:
        """Take in an answer; return its amendments in order."""
        change = self.service.add(self.read(*changes), reviewer, LATER)
        self.board.write(change)
        return [edit.key for edit in change.edits if edit.table is MinutesAmendment]

    def rows(self, table: type) -> list[object]:
        with self.board.database.session() as session:
            return list(everything(session, table))


def edited(data: bytes, *changes: tuple[str, str]) -> bytes:
    """Return a file in which runs of words are replaced by other markup."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                text = content.decode()
                for words, markup in changes:
                    text = replaced(text, words, markup)
                content = text.encode()
            new.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


def replaced(text: str, words: str, markup: str) -> str:
    """Return markup in which the runs that say some words are other markup."""
    text, times = re.subn(RUN.format(re.escape(words)), lambda _: markup, text)
    assert times, words
    return text


@pytest.fixture
def circulated(board: "Board", tmp_path: Path) -> Circulated:
    database = board.database
    listing, rota = (
        board.write(AgendaService(database).add(board.meeting, title)).key_of(AgendaItem)
        for title in ("Listing", "The rota")
    )
    board.bring_to(MeetingState.IN_SESSION)
    attendance = AttendanceService(database)
    board.write(attendance.mark(board.meeting, board.chair_seat, Presence.PRESENT))
    board.write(attendance.mark(board.meeting, board.council_seat, Presence.APOLOGIES))
    board.write(MinutesService(database).add_note(listing, WAIT))
    board.write(DecisionService(database).add(board.meeting, "Publish it.", item_id=rota))
    board.bring_to(MeetingState.CIRCULATED)
    return Circulated(board, listing, rota, tmp_path)


def test_printed_minutes_say_which_they_are(circulated: Circulated) -> None:
    key = minutes_key(read_reviewed(circulated.printed()).identifier)

    assert key == MinutesKey(circulated.board.meeting, 1)
    assert minutes_key("lfjb:minutes:" + "-" * 36 + ":1:open") is None
    assert minutes_key("minutes, draft 2026-12-03") is None


def test_a_copy_that_nobody_touched_holds_nothing(circulated: Circulated) -> None:
    returned = circulated.read()

    assert (returned.proposals, returned.version, returned.says_version) == ((), 1, True)


def test_a_change_stands_under_its_item_with_its_author(circulated: Circulated) -> None:
    (key,) = circulated.taken_in(
        (WAIT, f"{ins('Most c')}{gone('C')}{run('ases wait for experts.')}")
    )

    view = circulated.service.view(circulated.board.meeting)

    (row,) = view.rows
    assert (row.amendment.id, row.author, row.item_title) == (key, ANN, "Listing")
    assert row.amendment.kind is AmendmentKind.REPLACEMENT
    assert row.review.person_id == circulated.board.helen


def change_words() -> tuple[str, str]:
    """Return the change of one word of the note."""
    return WAIT, f"{run('Cases wait for ')}{gone('experts')}{ins('reports')}{run('.')}"


def test_accepting_notes_a_correction_and_undo_takes_back_both(circulated: Circulated) -> None:
    (key,) = circulated.taken_in(change_words())
    (row,) = circulated.service.view(circulated.board.meeting).rows
    text = correction_text(row)
    assert text == (
        "For “Cases wait for experts.” read “Cases wait for reports.” (proposed by Ann Lee)."
    )

    circulated.board.round_trip(circulated.service.accept(key, text, LATER, "Tom Aldous"))

    (row,) = circulated.service.view(circulated.board.meeting).rows
    assert (row.amendment.state, row.correction) == (AnswerState.ACCEPTED, 1)
    (noted,) = circulated.rows(MinutesCorrection)
    assert isinstance(noted, MinutesCorrection)
    assert (noted.item_id, noted.text) == (circulated.listing, text)


def test_rejecting_and_holding_say_why_and_can_be_decided_again(circulated: Circulated) -> None:
    (key,) = circulated.taken_in(change_words())
    service = circulated.service

    with pytest.raises(RuleError, match="The reason is empty"):
        service.reject(key, " ", LATER)
    circulated.board.round_trip(service.hold(key, "Ask Ann.", LATER))
    assert len(service.view(circulated.board.meeting).open_rows) == 1
    circulated.board.round_trip(service.reject(key, "It was experts.", LATER))
    assert service.view(circulated.board.meeting).open_rows == ()
    circulated.board.write(service.accept(key, "Reports.", LATER, "Tom Aldous"))
    for decide in (service.reject, service.hold):
        with pytest.raises(RuleError, match="was accepted, and its correction is noted"):
            decide(key, "No.", LATER)


def test_who_has_no_comments_is_recorded_and_silence_is_not(circulated: Circulated) -> None:
    service, meeting = circulated.service, circulated.board.meeting
    assert service.view(meeting).silent == ("Tom Aldous", "Helen Marsh")

    circulated.board.round_trip(service.confirm(meeting, "Helen Marsh", LATER))

    view = service.view(meeting)
    assert view.silent == ("Tom Aldous",)
    assert [review.reviewer for review in view.without_comments] == ["Helen Marsh"]
    with pytest.raises(RuleError, match="Helen Marsh confirmed on 14 December 2026"):
        service.confirm(meeting, "Helen Marsh", LATER)


def test_an_untouched_copy_can_confirm_and_one_with_changes_cannot(circulated: Circulated) -> None:
    untouched, changed = circulated.read(), circulated.read(change_words(), name="other.docx")

    with pytest.raises(RuleError, match="holds 1 change or comment, so it is no answer without"):
        circulated.service.add(changed, "Tom Aldous", LATER, no_comments=True)
    circulated.board.round_trip(
        circulated.service.add(untouched, "Tom Aldous", LATER, no_comments=True)
    )
    assert circulated.service.view(circulated.board.meeting).silent == ("Helen Marsh",)


def test_the_same_file_twice_is_said(circulated: Circulated) -> None:
    first = circulated.read(change_words())
    circulated.board.write(circulated.service.add(first, "Helen Marsh", LATER))

    sentence = "was read in already, as the answer of Helen Marsh that came on 14 December 2026"
    with pytest.raises(RuleError, match=sentence):
        circulated.read(change_words(), name="again.docx")
    with pytest.raises(RuleError, match=sentence):
        circulated.service.add(first, "Tom Aldous", LATER)


def test_the_minutes_of_another_meeting_are_refused(circulated: Circulated) -> None:
    board = circulated.board
    other = board.write(MeetingService(board.database).add(board.group, date(2026, 9, 3)))
    file = circulated.answer(data=circulated.printed(other.key_of(Meeting)))

    with pytest.raises(RuleError, match="holds the minutes of Board meeting 24, not those of"):
        circulated.read_file(file)


def test_a_paper_that_is_no_minutes_is_refused(circulated: Circulated) -> None:
    data = circulated.printed()
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if name != "docProps/core.xml":
                new.writestr(name, old.read(name))
    file = circulated.answer(data=out.getvalue())

    with pytest.raises(RuleError, match="does not say that it holds the minutes of Board meeting"):
        circulated.read_file(file)


def test_a_copy_of_an_older_version_is_compared_with_that(circulated: Circulated) -> None:
    board, old = circulated.board, circulated.answer(change_words())
    finishing = CirculationService(board.database)
    board.write(MeetingService(board.database).move_to(board.meeting, MeetingState.MINUTES_DRAFT))
    with pytest.raises(RuleError, match="are not circulated, so no answer to them can be taken"):
        circulated.read_file(old)
    board.write(MinutesService(board.database).add_note(circulated.rota, "Nobody objected."))
    board.write(finishing.circulate(board.meeting, LATER))

    returned = circulated.read_file(old)

    assert (returned.version, returned.newest, returned.is_older) == (1, 2, True)
    assert [each.kind for each in returned.proposals] == [AmendmentKind.REPLACEMENT]
    board.write(circulated.service.add(returned, "Helen Marsh", LATER))
    assert "Helen Marsh" in circulated.service.view(board.meeting).silent


def test_a_copy_printed_after_a_correction_shows_no_more_than_was_changed(
    circulated: Circulated,
) -> None:
    board = circulated.board
    board.write(
        CirculationService(board.database).correct(board.meeting, "Five.", LATER, "Tom Aldous")
    )

    assert [each.kind for each in circulated.read(change_words()).proposals] == [
        AmendmentKind.REPLACEMENT
    ]


def test_words_changed_while_tracking_was_off_are_found(circulated: Circulated) -> None:
    (found,) = circulated.read((WAIT, run("Cases wait for nobody."))).proposals

    assert (found.kind, found.before, found.after) == (
        AmendmentKind.UNTRACKED,
        WAIT,
        "Cases wait for nobody.",
    )


def test_a_copy_for_those_entitled_is_compared_with_what_they_had(circulated: Circulated) -> None:
    board = circulated.board
    board.write(AgendaService(board.database).edit(circulated.rota, restricted=True))
    closed = circulated.answer(data=circulated.printed(restricted=True), name="closed.docx")
    opened = circulated.answer(name="open.docx")

    for file in (closed, opened):
        assert circulated.read_file(file).proposals == ()


def test_what_was_circulated_stays_whatever_is_decided(circulated: Circulated) -> None:
    before = circulated.rows(CirculatedMinutes)
    keys = circulated.taken_in(change_words())
    circulated.board.write(circulated.service.accept(keys[0], "Reports.", LATER, "Tom Aldous"))

    assert circulated.rows(CirculatedMinutes) == before
    assert len(circulated.rows(MinutesReview)) == 1


def brief_of(circulated: Circulated) -> str:
    """Return the words of the open chair's brief for the next meeting."""
    board = circulated.board
    coming = MeetingService(board.database).next(board.group, LATER)
    if coming is None:
        board.write(MeetingService(board.database).add(board.group, date(2027, 3, 4)))
    request = PaperRequest(CHAIRS_BRIEF, board.group, LATER)
    written = PaperService(board.database, TEMPLATE).write(request, circulated.folder)
    assert written.findings == ()
    return "\n".join(
        each.text if isinstance(each, ReadParagraph) else str(each.rows)
        for each in read(written.path)
    )


def test_the_chairs_brief_lists_amendments_with_what_was_decided_and_why(
    circulated: Circulated,
) -> None:
    assert "Amendments" not in brief_of(circulated)
    (key,) = circulated.taken_in(change_words())
    circulated.board.write(circulated.service.hold(key, "Ask Ann.", LATER))

    text = brief_of(circulated)

    assert "Amendments to the minutes of Board meeting 23" in text
    assert "1 amendment, 1 not settled. No answer yet from Tom Aldous." in text
    assert "For “Cases wait for experts.” read “Cases wait for reports.”" in text
    assert "On hold: Ask Ann." in text


def test_an_open_brief_tells_no_word_of_amendments_to_minutes_with_restricted_matter(
    circulated: Circulated,
) -> None:
    board = circulated.board
    (key,) = circulated.taken_in(change_words())
    board.write(circulated.service.hold(key, "Ask Ann.", LATER))
    board.write(AgendaService(board.database).edit(circulated.rota, restricted=True))

    text = brief_of(circulated)

    assert "Held by the secretariat, for those entitled to it." in text
    assert "Cases wait" not in text
    assert "Ask Ann" not in text

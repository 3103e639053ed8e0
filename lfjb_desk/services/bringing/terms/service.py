"""Bringing in terms of reference from Word: a new draft of them, as one change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.domain.changes import Change, ChangeSubject, Edit, RuleError, added
from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.formatting import count
from lfjb_desk.domain.governance.governing_documents import (
    Clause,
    DocumentKind,
    DocumentVersion,
    GoverningDocument,
)
from lfjb_desk.importers.case_level import keep_out_cases_of_list
from lfjb_desk.importers.cells import Grid
from lfjb_desk.services.bringing.asking import QuestionList
from lfjb_desk.services.bringing.opening import left_out_words
from lfjb_desk.services.bringing.preview import (
    AnswerChoice,
    BroughtPreview,
    OutdatedBringingError,
)
from lfjb_desk.services.bringing.terms.outline import outline
from lfjb_desk.services.bringing.terms.settling import settled_terms
from lfjb_desk.services.rules import quoted
from lfjb_desk.store.queries.governance import governing_documents as store
from lfjb_desk.word.process import read_file

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime
    from pathlib import Path
    from uuid import UUID

    from lfjb_desk.domain.read_models.governance.governing_documents import DocumentRow
    from lfjb_desk.services.bringing.preview import Answers
    from lfjb_desk.services.bringing.terms.outline import OutlinePart
    from lfjb_desk.services.bringing.terms.settling import KeptClause
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.word.reading.document import WordDocument

HEADINGS = ("Number", "Heading", "Words", "Rule")
FIRST_TITLE = "Terms of reference"


@dataclass(frozen=True)
class TermsSource:
    """A document that was read, and for which group on which day."""

    file_name: str
    parts: tuple[OutlinePart, ...]
    notes: tuple[str, ...]
    group_id: UUID
    today: date


@dataclass(frozen=True)
class TermsPreview(BroughtPreview):
    """What a document would give, with what another answer is worked out from."""

    source: TermsSource | None = None


class TermsService:
    """Reads terms of reference, and turns what was settled into a change."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open(
        self,
        path: Path,
        group_id: UUID,
        today: date,
        cancelled: Callable[[], bool] = lambda: False,
        progress: Callable[[str], None] = lambda _: None,
    ) -> BroughtPreview:
        """Return the draft that a document would give to a group.

        Raises:
            RuleError: with one plain sentence, when it is not taken.
        """
        self._held(group_id)
        progress("Reading the document")
        document = read_file(path, cancelled)
        _keep_out_cases(path.name, document)
        parts = outline(document)
        if not parts:
            raise RuleError(
                f"“{path.name}” holds no clause: no line has a number such as 1 or a heading. "
                "Nothing was brought in. Number its clauses in Word and choose it again."
            )
        notes = tuple(left_out_words(document.left_out))
        return self._understood(TermsSource(path.name, parts, notes, group_id, today), {})

    def answered(self, preview: BroughtPreview, answers: Answers) -> BroughtPreview:
        """Return the preview as it stands with these answers."""
        assert isinstance(preview, TermsPreview)  # noqa: S101 - the kind that `open` gave
        assert preview.source is not None  # noqa: S101 - every opened preview has one
        return self._understood(preview.source, answers)

    def commit(self, preview: BroughtPreview, now: datetime) -> Change:  # noqa: ARG002 - as all
        """Return the one change that keeps the clauses as a draft.

        Raises:
            OutdatedBringingError: when it would be another by what is held now.
            RuleError: when a question is open, or there is nothing to keep.
        """
        again = self.answered(preview, preview.answers)
        assert isinstance(again, TermsPreview)  # noqa: S101 - the kind that `answered` gives
        if again.questions != preview.questions or again.rows != preview.rows:
            raise OutdatedBringingError(
                "The terms of reference have changed since this preview was made, so it was "
                "worked out again. Look at it, then keep it; nothing was changed."
            )
        if not again.keeps:
            raise RuleError(
                "The clauses are kept together once every question is answered. "
                "Answer what is open; nothing was changed."
            )
        version = next(edit for edit in again.edits if edit.table is DocumentVersion)
        return Change(again.label, again.edits, ChangeSubject(DocumentVersion, version.key))

    def _held(self, group_id: UUID) -> list[DocumentRow]:
        """Return the terms of reference that a group has; those with a draft take no other.

        Raises:
            RuleError: when all that there are have a draft.
        """
        with self._database.session() as session:
            rows = [
                row
                for row in store.documents(session, group_id)
                if row.document.kind is DocumentKind.TERMS_OF_REFERENCE
            ]
        free = [row for row in rows if row.draft is None]
        if rows and not free:
            draft = rows[0].draft
            number = draft.version.number if draft else 1
            raise RuleError(
                f"Version {number} of {quoted(rows[0].document.title)} is being worked on "
                "already. Finish or remove it first; nothing was brought in."
            )
        return free

    def _understood(self, source: TermsSource, answers: Answers) -> TermsPreview:
        questions = QuestionList(answers, source.today)
        documents = self._held(source.group_id)
        heads = _new_version(source, documents, questions)
        terms = settled_terms(source.parts, answers, questions)
        open_points = questions.questions()
        is_settled = all(each.answered for each in open_points)
        edits: list[Edit] = []
        if heads is not None and is_settled:
            document, version, is_first = heads
            edits = [*([added(document)] if is_first else []), added(version)]
            edits += [added(_clause(version.id, clause)) for clause in terms.clauses]
        how_many = count(len(terms.clauses), "clause")
        return TermsPreview(
            file_name=source.file_name,
            taken_for=f"Terms of reference with {how_many}",
            headings=HEADINGS,
            rows=terms.rows(is_settled=is_settled),
            label=f"Bring in {how_many} from {source.file_name}",
            noun="clause",
            edits=tuple(edits),
            questions=open_points,
            outline=terms.outline,
            notes=(*source.notes, *terms.notes),
            answers=dict(answers),
            source=source,
        )


def _new_version(
    source: TermsSource, documents: Sequence[DocumentRow], questions: QuestionList
) -> tuple[GoverningDocument, DocumentVersion, bool] | None:
    """Return the document, its new draft and whether the document is new; None while asked."""
    note = f"From {source.file_name}"
    if not documents:
        title = _title(source, questions)
        if title is None:
            return None
        document = GoverningDocument(
            group_id=source.group_id, kind=DocumentKind.TERMS_OF_REFERENCE, title=title
        )
        return document, DocumentVersion(document_id=document.id, number=1, note=note), True
    row = documents[0] if len(documents) == 1 else _chosen(documents, questions)
    if row is None:
        return None
    number = max((view.version.number for view in row.versions), default=0) + 1
    version = DocumentVersion(document_id=row.document.id, number=number, note=note)
    return row.document, version, False


def _title(source: TermsSource, questions: QuestionList) -> str | None:
    """Return what the first document is called; asked where a line above may be its title."""
    lines = [
        part.text
        for part in source.parts
        if part.left_out and not part.number and "\n" not in part.text
    ]
    titles = [line for line in lines if len(line) <= lengths.NAME]
    unique = dict.fromkeys([*titles, FIRST_TITLE])
    if len(unique) == 1:
        return FIRST_TITLE
    return questions.ask(
        "title",
        "What are these terms of reference called?",
        source.parts[0].place,
        lambda: [AnswerChoice(title, title) for title in unique],
        waits=False,
    )


def _chosen(documents: Sequence[DocumentRow], questions: QuestionList) -> DocumentRow | None:
    by_key = {str(row.document.id): row for row in documents}
    key = questions.ask(
        "document",
        "Of which document is this a new version?",
        "the whole document",
        lambda: [AnswerChoice(key, row.document.title) for key, row in by_key.items()],
        waits=False,
    )
    return by_key.get(key) if key is not None else None


def _clause(version_id: UUID, clause: KeptClause) -> Clause:
    return Clause(
        version_id=version_id,
        position=clause.position,
        number=clause.number,
        heading=clause.heading,
        text=clause.text,
        rule=clause.rule,
        rule_value=clause.value,
    )


def _keep_out_cases(name: str, document: WordDocument) -> None:
    """Refuse a document that tells of single cases, in its tables or by a number in a line."""
    for at, table in enumerate(document.tables, start=1):
        keep_out_cases_of_list(name, Grid(f"Table {at}", table.rows))
    lines = [line.text if any(map(str.isdigit, line.text)) else "" for line in document.lines]
    keep_out_cases_of_list(name, Grid("", [(line,) for line in lines]))

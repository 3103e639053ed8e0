"""The open database: sessions to read with, one door to write through."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, FrozenResult, Result, Select, event
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import ORMExecuteState
from sqlmodel import Session, col, select
from typing_extensions import override

from lfjb_desk.domain.audit import ChangeRecord
from lfjb_desk.domain.changes import Change, RuleError
from lfjb_desk.domain.read_models.restriction import NOTHING_RESTRICTED, Restriction
from lfjb_desk.store.engine import audit, edits, sqlite, withholding
from lfjb_desk.store.engine.kept_files import folder_of
from lfjb_desk.store.engine.refusals import ReadOnlyError, broken_rule, failed_write
from lfjb_desk.store.replaying.row_names import differing_rows

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the present moment; the clock of a database that was given no other."""
    return datetime.now(UTC)  # noqa: TID251 - the one default; everyone else is handed a clock


class ReadSession(Session):
    """A session that only reads; whoever writes through it has made a mistake."""


class GatheringSession(ReadSession):
    """The one session of a gathering: it stays open from question to question, and asks each once.

    Its answers die with it, so that nobody is ever told what was true of an earlier gathering.
    What it withholds it answers nobody with, whoever asks and however.
    """

    def __init__(
        self, source: Engine | Connection, withheld: Restriction = NOTHING_RESTRICTED
    ) -> None:
        super().__init__(source)
        withholding.withhold(self, withheld)
        self.answers: dict[Hashable, FrozenResult[Any]] = {}
        self.criteria = withholding.criteria(withheld)

    @override
    def __exit__(self, *_of_error: object) -> None:
        """Stay open for the next question; the gathering closes it."""


class Database:
    """One database, opened."""

    def __init__(
        self,
        engine: Engine,
        *,
        who: str = "unnamed",
        clock: Clock = utc_now,
        place: Path | None = None,
        read_only: str = "",
        release: Callable[[], None] | None = None,
    ) -> None:
        self._engine = engine
        self._who = who
        self._clock = clock
        self._place = place
        self._release = release
        self.read_only = read_only
        """Why nothing can be written, in a sentence; empty when it can."""

    @property
    def files(self) -> Path | None:
        """The folder of the files kept beside it; None for a database that stands in no file."""
        return None if self._place is None else folder_of(self._place)

    def session(self) -> Session:
        """Open a session to read with; its rows stay usable after it closes."""
        return ReadSession(self._engine)

    @contextmanager
    def gathering(self, withheld: Restriction = NOTHING_RESTRICTED) -> Iterator["Database"]:
        """Give the database to read with as it stands now: one session, no question asked twice.

        For what is put together from many services, such as a paper; nothing writes through it.
        The records that are `withheld` are as if they were not there, so that what is gathered for
        readers who may not see them cannot hold them.
        """
        with closing(GatheringSession(self._engine, withheld)) as session:
            yield _Gathering(self._engine, session, self._place)

    @contextmanager
    def supposing(self, change: Change) -> Iterator["Database"]:
        """Give the database to read with as a change would leave it; nothing of it stays.

        Raises:
            RuleError: when the change could not be written.
        """
        if self.read_only:
            raise ReadOnlyError(self.read_only)
        with self._writing(change, stays=False) as connection:
            edits.write(connection, change)
            with closing(GatheringSession(connection)) as session:
                yield _Gathering(self._engine, session, self._place)

    def apply(self, change: Change) -> None:
        """Write every edit of the change and its record in the audit, or nothing at all.

        Raises:
            RuleError: in one sentence; the rows are then as they were.
        """
        if self.read_only:
            raise ReadOnlyError(self.read_only)
        with self._writing(change) as connection:
            written = edits.write(connection, change)
            audit.add_record(connection, written, self._who, self._clock())

    def history(self, limit: int = 100) -> Sequence[ChangeRecord]:
        """Return the last records of the audit, the newest first."""
        with self.session() as session:
            newest = select(ChangeRecord).order_by(col(ChangeRecord.sequence).desc())
            return session.exec(newest.limit(limit)).all()

    def audit_head(self) -> audit.Head:
        """Return the number and the hash of the last record."""
        with self._engine.connect() as connection:
            return audit.head(connection)

    def identity(self) -> str:
        """Return what tells this database from every other, and is the same in its backups."""
        with self._engine.connect() as connection:
            return audit.first_hash(connection)

    def verify_audit(
        self, anchors: Sequence[str] = (), passed: Callable[[int], None] = lambda _: None
    ) -> audit.AuditFault | None:
        """Return the first record of the audit that is not as it was written, or None.

        `passed` is told now and then how many were looked at.
        """
        with self._engine.connect() as connection:
            return audit.first_fault(connection, anchors, passed)

    def differing_rows(self) -> tuple[str, ...]:
        """Return, in words, each row that is not what the audit leads to.

        Raises:
            RuleError: when the audit holds what is no change.
        """
        with self._engine.connect() as connection:
            raw: Any = connection.connection.driver_connection
            return differing_rows(raw, cover=False)

    def close(self) -> None:
        """Close every connection and let another instance write."""
        self._engine.dispose()
        if self._release is not None:
            self._release()
            self._release = None

    @contextmanager
    def _writing(self, change: Change, *, stays: bool = True) -> Iterator[Connection]:
        """Give a connection that holds the write lock; commit at the end, or take all back."""
        options = self._engine.execution_options(**{sqlite.WRITES: True})
        with options.connect() as connection:
            try:
                transaction = connection.begin()
                yield connection
                if stays:
                    transaction.commit()
            except IntegrityError as error:
                raise broken_rule(change, error, sqlite.dangling(connection)) from error
            except OverflowError as error:
                raise RuleError(f"{change.label}: a number is too large to be kept.") from error
            except DBAPIError as error:
                raise failed_write(change.label, error.orig, self._place) from error
            finally:
                # A commit that was refused leaves the transaction open behind SQLAlchemy's back.
                connection.connection.rollback()


class _Gathering(Database):
    """A database that answers from one session for as long as something is gathered."""

    def __init__(self, engine: Engine, session: GatheringSession, place: Path | None) -> None:
        super().__init__(
            engine,
            place=place,
            read_only="Nothing is written while a paper or a page is gathered.",
        )
        self._session = session

    @override
    def session(self) -> Session:
        return self._session

    @override
    @contextmanager
    def gathering(self, withheld: Restriction = NOTHING_RESTRICTED) -> Iterator[Database]:
        if not withholding.withheld(self._session).covers(withheld):
            raise RuntimeError("A gathering cannot withhold more than it began with.")
        yield self


@event.listens_for(GatheringSession, "do_orm_execute")
def _answer_once(state: ORMExecuteState) -> Result[Any] | None:
    """Answer a question that was asked before in the same gathering without asking again."""
    session = state.session
    statement = state.statement
    if not isinstance(session, GatheringSession) or not isinstance(statement, Select):
        return None
    statement = statement.options(*session.criteria)
    # SQLAlchemy has no public key of a statement: its own recipe for remembered results takes
    # this one, and to compile each question to text would cost a quarter of a paper's time.
    # The values stand apart.
    cache_key = statement._generate_cache_key()  # noqa: SLF001
    if cache_key is None:
        return state.invoke_statement(statement)
    values = [bound.effective_value for bound in cache_key.bindparams]
    key = (cache_key.key, repr(values), repr(state.parameters))
    if key not in session.answers:
        session.answers[key] = state.invoke_statement(statement).freeze()
    return session.answers[key]()


@event.listens_for(GatheringSession, "loaded_as_persistent")
def _withhold(session: Session, row: object) -> None:
    withholding.close_row(session, row)


@event.listens_for(ReadSession, "before_flush")
def _refuse_flush(session: Session, _context: object, _instances: object) -> None:
    if session.new or session.dirty or session.deleted:
        raise RuntimeError("A reading session was about to write: use Database.apply.")


@event.listens_for(ReadSession, "do_orm_execute")
def _refuse_statement(state: ORMExecuteState) -> None:
    if state.is_insert or state.is_update or state.is_delete:
        raise RuntimeError("A reading session was about to write: use Database.apply.")

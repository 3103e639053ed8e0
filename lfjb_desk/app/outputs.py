"""What the command line writes to: a file that is there already is not written over unasked."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from lfjb_desk.app.board import board_of, opened, paper_service
from lfjb_desk.app.environment import clock, places, shipped
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.formatting import count, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from lfjb_desk.services.papers.definition import PaperRequest
    from lfjb_desk.services.papers.papers import Written
    from lfjb_desk.store.engine.database import Database

_NAMED = 3
"""How many files a refusal names before it counts the rest."""


def refuse_taken(paths: Iterable[Path], *, replace: bool) -> None:
    """Refuse to write where a file may hold somebody's work, unless `replace` says it may go.

    Raises:
        RuleError: naming the files that are there.
    """
    there = [] if replace else [f"“{path}”" for path in paths if path.is_file()]
    if not there:
        return
    rest = len(there) - _NAMED
    names = [*there[:_NAMED], *([count(rest, "more file")] if rest > 0 else [])]
    verb = "is" if len(there) == 1 else "are"
    raise RuleError(
        f"{listed(names)} {verb} there already and may have been worked on. Nothing was written; "
        "choose another place, or add --replace."
    )


def write_paper(database: Database, request: PaperRequest, out: Path, *, replace: bool) -> Written:
    """Write a paper and record it; with `replace` also over a file that is there.

    Raises:
        RuleError: when the paper cannot be made or saved.
    """
    papers = paper_service(database)
    refuse_taken([out / papers.file_name(request) if out.is_dir() else out], replace=replace)
    written = papers.write(request, out)
    if not database.read_only:
        database.apply(papers.record(written, clock()))
    return written


def write_sample_papers(out: Path, day: date, *, replace: bool) -> Iterator[Written]:
    """Write every paper of the sample board, in a database of its own, into a folder.

    Raises:
        RuleError: when the folder cannot be made, or holds papers of these names.
    """
    from lfjb_desk.services.papers.definition import PaperRequest
    from lfjb_desk.services.papers.registry import PAPERS
    from lfjb_desk.services.sample.sample import SampleService

    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RuleError(
            f"The folder {out} cannot be made ({error.strerror}), so no paper was written. "
            "Choose another folder."
        ) from error
    with TemporaryDirectory() as folder:
        apart = places()._replace(database=Path(folder) / "sample.lfjb")
        with opened(apart) as database:
            sample = SampleService(database, shipped().sample, shipped().reference)
            database.apply(sample.build(day))
            board = board_of(database, "ESST")
            requests = [PaperRequest(paper, board.id, day) for paper in PAPERS]
            papers = paper_service(database)
            names = {name for request in requests for name in papers.possible_names(request)}
            refuse_taken([out / name for name in sorted(names)], replace=replace)
            for request in requests:
                yield write_paper(database, request, out, replace=replace)

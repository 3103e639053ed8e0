"""The command line: the same services without a window.

Exit 0 when done, 2 with one plain sentence on standard error when the input is bad, 1 when
something went wrong that the desk did not expect (its details then stand in the log).
"""

from __future__ import annotations

import argparse
import errno
import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict
from functools import partial
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from lfjb_desk.app import board
from lfjb_desk.app import environment as where
from lfjb_desk.app.arguments import (
    figures_arguments,
    given_day,
    given_path,
    import_arguments,
    paper_arguments,
    replace_argument,
    those_of_meetings,
    those_of_places,
)
from lfjb_desk.app.outputs import refuse_taken, write_paper, write_sample_papers
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.common.files import not_a_file
from lfjb_desk.services.papers.definition import PaperRequest
from lfjb_desk.services.papers.registry import BY_KEY

if not TYPE_CHECKING:
    # Only a mark on a method; the window starts here too, and need not wait for it.
    from typing import final as override
else:
    from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from lfjb_desk.services.papers.definition import PaperDefinition
    from lfjb_desk.services.places import AreaLine

DONE, UNEXPECTED, REFUSED, STOPPED = 0, 1, 2, 130
_FULL = (errno.ENOSPC, errno.EDQUOT)
WORD_FILE = ".docx"
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""Where Linux tells Qt what to draw on; without any of them Qt ends the whole program."""
CHILDREN = {"import-child": "lfjb_desk.importers.child", "word-child": "lfjb_desk.word.child"}
"""How a built program is told to be the process that reads one file, and the module that does."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say; without any, open the window."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words and words[0] in CHILDREN:
        import_module(CHILDREN[words[0]]).main(words[1:], sys.stdout)
        return DONE
    if isinstance(sys.stdout, TextIOWrapper):
        # Names and file names hold letters that a terminal or a pipe may not know.
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        options = _parser().parse_args(words)
    except RuleError as error:
        print(error, file=sys.stderr)
        return REFUSED
    return _carry_out(options)


def _carry_out(options: argparse.Namespace) -> int:
    """Run the command, and say in one sentence what prevented it."""
    try:
        code = int(options.run(options))
        if sys.stdout is not None:  # a built window has none
            sys.stdout.flush()  # while it can still be told that it was not taken
    except RuleError as error:
        print(error, file=sys.stderr)
        return REFUSED
    except BrokenPipeError:  # the reader of our output went away
        _give_up_output()
        return DONE
    except KeyboardInterrupt:
        print("Stopped. What was written before stands.", file=sys.stderr)
        return STOPPED
    except Exception as error:  # noqa: BLE001 - the log holds it, the user gets a sentence
        return _failed(options, error)
    return code


def _failed(options: argparse.Namespace, error: Exception) -> int:
    """Tell of a failure that is not about what was asked for."""
    if isinstance(error, OSError) and error.errno in _FULL:
        _give_up_output()
        print(
            "The disk, or what the output goes to, is full, so the output is not whole. "
            "Make room and run the command again.",
            file=sys.stderr,
        )
        return REFUSED
    place = where.places(options.database)
    log = where.log_failure(place, error)
    with suppress(Exception):  # where even that cannot be told, the log is all there is
        if words := board.unreadable_words(place):
            print(words, file=sys.stderr)
            return REFUSED
    print(
        "Something went wrong that LFJB Desk did not expect. What was written before stands, "
        f"nothing half-written was kept; please send the log to support: {log}",
        file=sys.stderr,
    )
    return UNEXPECTED


def _give_up_output() -> None:
    """Let the rest of the output go nowhere, or the interpreter tries to write it at its end."""
    with suppress(OSError), Path(os.devnull).open("wb") as nowhere:  # where it is no true file
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


class _Parser(argparse.ArgumentParser):
    """Reads the arguments, and refuses them in one sentence."""

    @override
    def error(self, message: str) -> NoReturn:
        raise RuleError(f"{message[:1].upper()}{message[1:]}. See {self.prog} --help.")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="lfjb-desk", description="A desk for Local Family Justice Boards.")
    parser.add_argument("--database", help="another database: a file, or its address")
    parser.add_argument(
        "--today", type=given_day, help="judge dates against this day, as 2026-12-08", metavar="DAY"
    )
    parser.set_defaults(run=_window)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    def command(name: str, run: Callable[[argparse.Namespace], int], text: str) -> Any:
        made = commands.add_parser(name, help=text, description=text)
        made.set_defaults(run=run)
        return made

    demo = command("demo", _demo, "write every paper of the sample board")
    demo.add_argument("--out", type=given_path, default=Path("out"), help="the folder to write to")
    replace_argument(demo)
    areas = command("areas", _areas, "list the areas and their authorities")
    areas.add_argument("--json", action="store_true", help="as JSON")
    import_arguments(command("import", _import, "bring in a published file of figures"))
    paper_arguments(command("paper", _paper, "write one paper"))
    table = command("figures", _figures, "write the figures as one table, a figure to a row")
    figures_arguments(table)
    check = command("check", _check, "check the database, or a paper's accessibility")
    check.add_argument("file", type=given_path, nargs="?")
    check.add_argument("--marking", default="", help="the marking its header must carry")
    check.add_argument("--json", action="store_true", help="as JSON")
    command("backup", _backup, "make a checked copy of the database")
    restore = command("restore", _restore, "bring back a copy of the database")
    restore.add_argument("file", type=given_path)
    restore.add_argument(
        "--anyway", action="store_true", help="also a backup of another board, or a doubtful one"
    )
    return parser


def _window(options: argparse.Namespace) -> int:
    if sys.platform == "linux" and not any(map(os.environ.get, SCREENS)):
        raise RuleError(
            "There is no screen here, so the window cannot open. "
            "Every command works without one; see lfjb-desk --help."
        )
    from lfjb_desk.app import window

    return window.run(partial(where.places, options.database), options.today)


def _today(options: argparse.Namespace) -> date:
    today: date = options.today or where.clock().astimezone().date()
    return today


def _demo(options: argparse.Namespace) -> int:
    for written in write_sample_papers(options.out, _today(options), replace=options.replace):
        print(f"{written.path}: {_findings(len(written.findings))}")
    return DONE


def _areas(options: argparse.Namespace) -> int:
    from lfjb_desk.services.places import PlaceService

    with board.opened(where.places(options.database)) as database:
        areas = PlaceService(database).areas()
    if options.json:
        _say_json([_area(area) for area in areas])
        return DONE
    for area in areas:
        print(f"{area.code:6} {area.name} ({area.region})")
        for authority in area.authorities:
            part = f", {authority.part}" if authority.part else ""
            doubt = "" if authority.confidence == "high" else f" [{authority.confidence}]"
            print(f"       {authority.gss_code:9} {authority.name}{part}{doubt}")
    return DONE


def _area(line: AreaLine) -> dict[str, Any]:
    data = asdict(line)
    for place in (data, *data["authorities"]):
        place.pop("id")
    return data


def _import(options: argparse.Namespace) -> int:
    from lfjb_desk.app.import_report import import_lines, too_many_revisions
    from lfjb_desk.services.imports.imports import ImportService, NothingNewError

    if words := not_a_file(options.file):  # before a database is made for it
        raise RuleError(f"{words} Nothing was imported.")
    place = where.places(options.database)
    with board.opened(place) as database:
        service = ImportService(database)
        preview = service.preview(options.file, today=_today(options))
        doubtful = preview.revises_much and not options.accept_revisions
        wrote = not (options.dry_run or doubtful)
        if wrote:
            with suppress(NothingNewError):  # the counts say so
                board.write(place, database, service.commit(preview, where.clock()))
        result = service.to_json(preview, figures=options.figures)
    if options.json:
        _say_json(result)
    else:
        for line in import_lines(result, wrote=wrote):
            print(line)
    if doubtful and not options.dry_run:
        raise RuleError(too_many_revisions(result))
    return DONE


def _paper(options: argparse.Namespace) -> int:
    paper, number, code = BY_KEY[options.kind], options.meeting, options.authority
    _refuse_unfit(paper, options)
    with board.opened(where.places(options.database)) as database:
        owner = board.board_of(database, options.area)
        meeting = None if number is None else board.meeting_numbered(database, owner, number)
        authority = None if code is None else board.authority_coded(database, owner, code)
        about = (meeting, authority, options.restricted)
        request = PaperRequest(paper, owner.id, _today(options), *about)
        written = write_paper(database, request, options.out, replace=options.replace)
    print(f"{written.path}: {_findings(len(written.findings))}")
    for finding in written.findings:
        print(f"  {finding.message}")
    return DONE


def _refuse_unfit(paper: PaperDefinition, options: argparse.Namespace) -> None:
    """Refuse what a paper does not take, before it would be passed over or wrongly named.

    Raises:
        RuleError: naming what does not fit, and for which papers it is.
    """
    for option, given, taken, papers in (
        ("--meeting", options.meeting, paper.takes_meeting, those_of_meetings()),
        ("--authority", options.authority, paper.takes_authority, those_of_places()),
    ):
        if given is not None and not taken:
            raise RuleError(
                f"{option} is for {papers}, and not for {paper.in_sentence}. No paper was written."
            )
    if options.out.suffix.lower() != WORD_FILE and not options.out.is_dir():
        raise RuleError(
            f"A paper is a Word file, and “{options.out}” does not end in {WORD_FILE}. "
            "No paper was written."
        )


def _figures(options: argparse.Namespace) -> int:
    from lfjb_desk.services.figures.frames import FigureFilter, FrameService, written_at

    wanted = FigureFilter(options.area, options.measure, options.since)
    with board.opened_to_read(where.places(options.database)) as database:
        service = FrameService(database)
        if str(options.out) == "-":
            sys.stdout.write(service.csv_text(wanted).replace("\r\n", "\n"))
            return DONE
        refuse_taken(written_at(options.out), replace=options.replace)
        for path in service.write(options.out, wanted, where.clock()):
            print(path)
    return DONE


def _check(options: argparse.Namespace) -> int:
    if options.file is None:
        findings = [
            {"rule": finding.check, "where": "database", "message": finding.reason}
            for finding in board.check_board(where.places(options.database))
        ]
    else:
        from lfjb_desk.word.process import check_file

        findings = [
            {"rule": finding.rule, "where": finding.where, "message": finding.message}
            for finding in check_file(options.file, options.marking)
        ]
    if options.json:
        _say_json({"file": str(options.file or ""), "findings": findings})
    else:
        for finding in findings:
            print(f"{finding['where']}: {finding['message']} ({finding['rule']})")
        print(f"{_findings(len(findings)).capitalize()}.")
    return REFUSED if findings else DONE


def _backup(options: argparse.Namespace) -> int:
    made = board.back_up(where.places(options.database))
    print(made.path)
    for finding in made.findings:
        print(f"Look at this: {finding.reason}.", file=sys.stderr)
    return DONE


def _restore(options: argparse.Namespace) -> int:
    from lfjb_desk.app.restore_report import may_restore

    warn = partial(print, file=sys.stderr)
    agreed = partial(may_restore, anyway=options.anyway, say=print, warn=warn)
    restored = board.bring_back(where.places(options.database), options.file, agreed)
    if restored is None:
        return REFUSED
    print(f"Restored {options.file} as {restored.path}")
    if restored.former is not None:
        print(f"The database that it replaces is kept as {restored.former}")
    return DONE


def _findings(number: int) -> str:
    return {0: "no findings", 1: "1 finding"}.get(number, f"{number} findings")


def _say_json(data: object) -> None:
    json.dump(data, sys.stdout, ensure_ascii=False, indent=2)
    print()

"""What a command takes, and what its words mean: a day, a path, a code, a number, or none."""

from __future__ import annotations

from argparse import ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.days import NotADayError, read_day
from lfjb_desk.domain.formatting import listed
from lfjb_desk.services.papers.registry import PAPERS

if TYPE_CHECKING:
    import argparse
    from datetime import date


def given_day(text: str) -> date:
    """Return a day.

    Raises:
        ArgumentTypeError: when the text is none.
    """
    try:
        return read_day(text)
    except NotADayError as error:
        raise ArgumentTypeError(str(error)) from None


def given_path(text: str) -> Path:
    """Return a path; an empty text would mean the folder that the command is run in.

    Raises:
        ArgumentTypeError: when nothing is named.
    """
    if not text.strip():
        raise ArgumentTypeError("no file or folder is named")
    return Path(text)


def given_code(text: str) -> str:
    """Return a code as it is written.

    Raises:
        ArgumentTypeError: when there is none.
    """
    if not text.strip():
        raise ArgumentTypeError("no code is given")
    return text


def given_number(text: str) -> int:
    """Return the number of a meeting.

    Raises:
        ArgumentTypeError: when the text is no number.
    """
    try:
        return int(text)
    except ValueError:
        raise ArgumentTypeError(
            f"“{text}” is not the number of a meeting; write it as 21"
        ) from None


def import_arguments(bring: argparse.ArgumentParser) -> None:
    """Add what `import` takes."""
    bring.add_argument("file", type=given_path)
    bring.add_argument("--dry-run", action="store_true", help="only say what would be taken")
    bring.add_argument(
        "--accept-revisions",
        action="store_true",
        help="also when more than a twentieth of the file's figures held already would change",
    )
    bring.add_argument("--json", action="store_true", help="as JSON")
    bring.add_argument("--figures", action="store_true", help="with every figure in the JSON")


def paper_arguments(paper: argparse.ArgumentParser) -> None:
    """Add what `paper` takes."""
    paper.add_argument("kind", choices=[definition.key for definition in PAPERS])
    paper.add_argument(
        "--area", type=given_code, required=True, help="the code of the area, such as ESST"
    )
    paper.add_argument(
        "--meeting",
        type=given_number,
        help=f"its number, for {those_of_meetings()}; else the next, or the last",
    )
    paper.add_argument(
        "--authority",
        type=given_code,
        help=f"GSS code of the one that {those_of_places()} is about",
    )
    entitled = "with restricted matter, for those entitled to it alone; else it is left out"
    paper.add_argument("--restricted", action="store_true", help=entitled)
    paper.add_argument(
        "--out",
        type=given_path,
        required=True,
        help="the .docx file, or a folder where it is named by its marking",
    )
    replace_argument(paper)


def those_of_meetings() -> str:
    """Return, for a sentence, the papers that are of a meeting."""
    return listed([definition.in_sentence for definition in PAPERS if definition.takes_meeting])


def those_of_places() -> str:
    """Return, for a sentence, the papers that may be about an authority."""
    return listed([definition.in_sentence for definition in PAPERS if definition.takes_authority])


def figures_arguments(table: argparse.ArgumentParser) -> None:
    """Add what `figures` takes."""
    table.add_argument(
        "--area",
        type=given_code,
        help="the code of one place, such as ESST, whose authorities come with it",
    )
    table.add_argument(
        "--measure", type=given_code, help="the code of one measure, such as s31_mean_weeks"
    )
    table.add_argument("--since", type=given_day, help="only periods that start then or later")
    table.add_argument(
        "--out",
        type=given_path,
        required=True,
        help="FILE.csv, .xlsx or .parquet, a folder, or - to print CSV",
    )
    replace_argument(table)


def replace_argument(writer: argparse.ArgumentParser) -> None:
    """Add the leave to write over files that are there."""
    writer.add_argument("--replace", action="store_true", help="also over files that are there")

"""How fast papers are written, against the least that writing the same file can cost.

The limit is the same XML joined from its ready pieces and zipped. Every engine runs in a fresh
process, in turn with the others, and the medians of their processor times are compared: other
work on the machine counts for less in them than in the time on the clock.

    python tests/benchmarks/bench_papers.py [ROUNDS]
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from lfjb_desk.domain.blocks import (
    Block,
    Chart,
    ChartSeries,
    Contents,
    Heading,
    Orientation,
    Paper,
    PaperColumn,
    Paragraph,
    Section,
    SeriesKind,
    Table,
    Title,
)
from lfjb_desk.word.checking.check import check
from lfjb_desk.word.writing.engine import render

TEMPLATE = Path(__file__).parents[2] / "templates/house.docx"
REPEATS = 6
SLOW_UP_TO = 2_000
"""python-docx and docxtpl are timed up to so many rows; beyond, they take minutes."""

TEXT = '<w:t xml:space="preserve">'
HEADS = ("Ref", "Action", "Owner", "Body", "Due", "Status", "Note")
QUARTERS = tuple(f"Q{quarter} {year}" for year in (2023, 2024, 2025) for quarter in (1, 2, 3, 4))


def actions(count: int) -> tuple[tuple[str, ...], ...]:
    """Return invented actions, as rows of words."""
    return tuple(
        (
            f"A{number:05}",
            f"Agree one form of words for early meetings & write step {number} down",
            f"Person {number % 37}",
            f"Authority {number % 4}",
            f"{number % 28 + 1} November 2026",
            ("Late", "On time", "Finished")[number % 3],
            "" if number % 5 else "Slipped <twice>",
        )
        for number in range(count)
    )


def chart(number: int) -> Chart:
    """Return a chart of twelve quarters with its mean, limits and target."""

    def flat(value: int) -> tuple[Decimal, ...]:
        return (Decimal(value),) * len(QUARTERS)

    values = tuple(Decimal(40 + (place * 7 + number) % 12) for place in range(len(QUARTERS)))
    series = (
        ChartSeries("Weeks", values),
        ChartSeries("Mean", flat(46), SeriesKind.MEAN),
        ChartSeries("Upper", flat(58), SeriesKind.LIMIT),
        ChartSeries("Lower", flat(36), SeriesKind.LIMIT),
    )
    return Chart(f"Measure {number}", "Line chart of weeks for each quarter.", QUARTERS, series,
                 "weeks", band=(Decimal(38), Decimal(42)))  # fmt: skip


def paper(rows: int, charts: int) -> Paper:
    """Return a pack: contents, charts, and one long table of actions."""
    blocks: list[Block] = [Title("Pack"), Contents()]
    for number in range(charts):
        blocks += [Heading(f"Measure {number}", anchor=f"m{number}"), chart(number)]
        blocks.append(Paragraph("The newest quarter is inside the limits, so this is no news."))
    columns = tuple(PaperColumn(head, 25.7 / len(HEADS)) for head in HEADS)
    table = Table("Action log", "Open and closed actions", columns, actions(rows))
    blocks += [Section(Orientation.LANDSCAPE), Heading("Action log", anchor="log"), table]
    return Paper("Pack", "Board", "Board: pack", "OFFICIAL", date(2026, 11, 22), tuple(blocks))


def limit(rows: int, charts: int) -> Callable[[], object]:
    """Return the writing of the same file from pieces that are ready: join, encode, zip."""
    with zipfile.ZipFile(BytesIO(render(paper(rows, charts), TEMPLATE))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    xml = files.pop("word/document.xml").decode()
    pieces = xml.split(TEXT)

    def work() -> bytes:
        out = BytesIO()
        body = []
        for piece in pieces:
            body.append(TEXT + piece)  # noqa: PERF401 - piece by piece, as any writer must
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("word/document.xml", "".join(body)[len(TEXT) :].encode())
            for name, data in files.items():
                archive.writestr(name, data)
        return out.getvalue()

    return work


def ours(rows: int, charts: int) -> Callable[[], object]:
    """Return our own writing of the file."""
    pack = paper(rows, charts)
    return lambda: render(pack, TEMPLATE)


def ours_checked(rows: int, charts: int) -> Callable[[], object]:
    """Return our own writing and the check that runs on every save, which parses it all."""
    pack = paper(rows, charts)
    return lambda: check(render(pack, TEMPLATE), pack.marking)


def python_docx(rows: int, _charts: int) -> Callable[[], object]:
    """Return the same table by python-docx, cells taken row by row; no charts, which it lacks."""
    from docx import Document  # noqa: PLC0415 - each engine runs alone in its process

    data = actions(rows)

    def work() -> None:
        document = Document()
        table = document.add_table(rows=len(data) + 1, cols=len(HEADS))
        for row, words in zip(table.rows, (HEADS, *data), strict=True):
            for cell, text in zip(row.cells, words, strict=True):
                cell.text = text
        document.save(BytesIO())

    return work


def docxtpl(rows: int, _charts: int) -> Callable[[], object]:
    """Return the same table by docxtpl with escaping and a sandbox; no charts, which it lacks."""
    from docx import Document  # noqa: PLC0415 - each engine runs alone in its process
    from docxtpl import DocxTemplate  # noqa: PLC0415 - the same
    from jinja2.sandbox import SandboxedEnvironment  # noqa: PLC0415 - the same

    source = Document()
    table = source.add_table(rows=4, cols=len(HEADS))
    for cell, head in zip(table.rows[0].cells, HEADS, strict=True):
        cell.text = head
    table.rows[1].cells[0].text = "{%tr for row in rows %}"
    for place, cell in enumerate(table.rows[2].cells):
        cell.text = f"{{{{ row[{place}] }}}}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
    template = BytesIO()
    source.save(template)
    data = actions(rows)

    def work() -> None:
        document = DocxTemplate(BytesIO(template.getvalue()))
        document.render({"rows": data}, jinja_env=SandboxedEnvironment(), autoescape=True)
        document.save(BytesIO())

    return work


ENGINES = {
    "limit": limit,
    "ours": ours,
    "ours, checked": ours_checked,
    "python-docx": python_docx,
    "docxtpl": docxtpl,
}
SLOW = ("python-docx", "docxtpl")


def run_once(engine: str, rows: int, charts: int) -> float:
    """Return the median processor seconds of one writing in this process, after one to warm up."""
    work = ENGINES[engine](rows, charts)
    times = []
    for _ in range(1 if engine in SLOW else REPEATS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times[1:] or times)


def measured(engines: list[str], rows: int, charts: int, rounds: int) -> dict[str, float]:
    """Return the median seconds of each engine, in fresh processes taken in turn."""
    times: dict[str, list[float]] = {engine: [] for engine in engines}
    for turn in range(rounds):
        for engine in engines:
            if engine in SLOW and turn >= max(1, rounds // 3):
                continue
            command = [sys.executable, __file__, "--once", engine, str(rows), str(charts)]
            with tempfile.TemporaryDirectory() as folder:
                done = subprocess.run(
                    command, check=True, capture_output=True, cwd=folder, env=os.environ
                )
            times[engine].append(float(done.stdout))
    return {engine: statistics.median(found) for engine, found in times.items()}


def main(rounds: int) -> None:
    """Print the ratios of each engine to the limit."""
    # Half of our time for a paper of charts goes to XlsxWriter, for the workbook behind each.
    cases = (
        ("12 charts, 200 actions", 200, 12, 6.0),
        ("no charts, 200 actions", 200, 0, None),
        ("no charts, 2,000 actions", 2_000, 0, 2.0),
        ("no charts, 20,000 actions", 20_000, 0, 2.0),
    )
    for name, rows, charts, goal in cases:
        engines = [
            engine
            for engine in ENGINES
            if engine not in SLOW or (not charts and rows <= SLOW_UP_TO)
        ]
        found = measured(engines, rows, charts, rounds)
        print(f"{name} (goal for ours: {f'at most {goal:g}x' if goal else 'none'})")
        for engine, seconds in found.items():
            ratio = seconds / found["limit"]
            print(f"    {engine:<14} {seconds * 1000:10.1f} ms  {ratio:8.2f}x")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--once"]:
        print(run_once(sys.argv[2], int(sys.argv[3]), int(sys.argv[4])))
    else:
        main(int(sys.argv[1]) if sys.argv[1:] else 7)

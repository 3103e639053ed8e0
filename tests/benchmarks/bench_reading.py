"""Measure reading, from a file to checked figures, beside the fastest plain reader alone.

Workbooks of the size of the FCSQ tables (20 sheets, one of 2,580 rows by 22 columns) are made
here, the .ods by LibreOffice, and stand beside python-calamine; the real FCSQ text file stands
beside pandas and the csv module. Each reader takes its turn in each of several rounds of one
process, with all that it imports imported. The reading process is started anew each time, as in
use, and so is the plain reader beside it. The last
part reads two million rows, and says what they took.
"""

from __future__ import annotations

import csv
import random
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pandas as pd
import psutil
from python_calamine import CalamineWorkbook

from lfjb_desk.importers import reader
from lfjb_desk.importers.figures import ImportCancelledError
from lfjb_desk.importers.process import read_file

ROUNDS = 7
ROWS = 2_000_000
ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / ".." / "shared" / "samples" / "fcsq_dfj_and_regional_adoption_2011Q1-2021Q2.csv"
YEARS = range(2011, 2026)
QUARTERS = [f"Q{number}" for number in range(1, 5)]
PERIODS = [(y, "Annual") for y in YEARS] + [(y, q) for y in YEARS for q in QUARTERS]
SPAN = "Annually 2011 - 2025 and quarterly Q1 2011 - Q4 2025"
BIG = "Orders applied for and made in Children Act cases, by type of order"
TITLES = {  # of the tables beside the large ones
    1: "Cases started and cases concluded, by case type",
    2: "Children Act cases started and closed, a summary of public and private law",
    5: "Number of parties in Children Act cases",
    6: "High Court cases in public and private law Children Act",
    7: "Individual children in applications, by age",
    8: "Care proceedings, disposals and time taken",
    9: "Private law disposals and time taken",
    10: "Time taken by legal representation",
    11: "Legal representation in cases with at least one hearing",
    12: "Divorce, cases and time taken",
    13: "Financial remedy applications and disposals",
    15: "Domestic violence remedy orders, applications and cases",
    16: "Forced marriage protection orders",
    17: "Adoption applications and orders",
}
TIMES = [
    *("Total disposals", "Mean disposal duration (weeks)"),
    "Median disposal duration (weeks)\n[note 57]",
]
HEAD = (
    "YEAR,Qtr,Type,Count_type,Public_private,Disposal_type,Order_type,Order_type_code,Gender,"
    "age_band,Applicants_in_case,Respondents_in_case,HC_INDICATOR,Count\n"
)
PART = (
    "{},{},Application,Order type,Public law,,Care order made under section 31 of the Act,14,"
    "{},1 to 4 years,1,2,N,{}\n"
)
CALAMINE = """
import sys
from python_calamine import CalamineWorkbook
book = CalamineWorkbook.from_path(sys.argv[1])
cells = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
"""
PANDAS = "import sys, pandas; pandas.read_csv(sys.argv[1])"
Step = Callable[[], object]


def main() -> None:
    """Print a line for each reader, with its ratio to the plain one."""
    with TemporaryDirectory() as folder:
        for big_sheets in (1, 4):
            for path in workbooks(Path(folder), big_sheets):
                show(path, {"python-calamine alone": partial(plain, path)})
        if SAMPLE.exists():
            show(
                SAMPLE, {"csv alone": partial(rows, SAMPLE), "pandas": partial(pd.read_csv, SAMPLE)}
            )
        two_million(Path(folder))


def show(path: Path, plainly: dict[str, Step]) -> None:
    """Print the medians of the plain readers and of ours, in turn."""
    steps: dict[str, Step] = {
        **plainly,
        "the same, in a process of its own": partial(run, path),
        "file to figures, in this very process": lambda: reader.read(path, lambda _: None),
        "file to figures, in a process of its own": lambda: read_file(path),
    }
    taken: dict[str, list[float]] = {name: [] for name in steps}
    for _ in range(ROUNDS):
        for name, step in steps.items():
            taken[name].append(seconds(step))
    reading = read_file(path)
    size = path.stat().st_size / (1 << 20)
    print(f"{path.name}: {size:.2f} MB, {len(reading.figures):,} figures")
    first = statistics.median(next(iter(taken.values())))
    for name, each in taken.items():
        median = statistics.median(each)
        print(f"  {name:45} {median * 1000:8.1f} ms   {median / first:5.1f}x")


def seconds(step: Step) -> float:
    """Return how long a step takes."""
    begun = time.perf_counter()
    step()
    return time.perf_counter() - begun


def plain(path: Path) -> list[object]:
    """Read every cell of a workbook and do nothing with it."""
    book = CalamineWorkbook.from_path(path)
    return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]


def run(path: Path) -> None:
    """Start a program that reads the file plainly and ends."""
    code = PANDAS if path.suffix == ".csv" else CALAMINE
    subprocess.run([sys.executable, "-c", code, str(path)], check=True)


def rows(path: Path) -> int:
    """Read every row of a text file and do nothing with it."""
    with path.open(newline="", encoding="utf-8") as file:
        return sum(1 for _ in csv.reader(file))


def workbooks(folder: Path, big_sheets: int) -> list[Path]:
    """Write a workbook of 20 sheets in the accessible form of FCSQ, as .xlsx and as .ods."""
    chance = random.Random(big_sheets)  # noqa: S311 - figures to be read, not to be kept secret
    path = folder / f"tables_{big_sheets}.xlsx"
    book = openpyxl.Workbook(write_only=True)
    for name in ("Cover", "Contents", "Notes"):
        sheet = book.create_sheet(name)
        for number in range(60):
            sheet.append([f"[note {number}]", "What is counted here, and what is not."])
    for number in range(1, 18):
        title, head, body = table(number, chance, big=number in (3, 4, 12, 14)[:big_sheets])
        sheet = book.create_sheet(f"Table_{number}")
        for row in (
            [title],
            ["This worksheet contains one table."],
            ["Source: HMCTS"],
            head,
            *body,
        ):
            sheet.append(row)
    book.save(path)
    if not shutil.which("soffice"):
        return [path]
    command = ["soffice", "--headless", "--convert-to", "ods", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True)
    return [path, path.with_suffix(".ods")]


def table(
    number: int, chance: random.Random, *, big: bool
) -> tuple[str, list[str], list[list[object]]]:
    """Return the title, the headings and the rows of a table."""
    if big:
        head = ["Category", "Year", "Quarter", *(f"Kind {n} of order" for n in range(19))]
        body: list[list[object]] = [
            [
                f"Category {c}",
                year,
                quarter,
                *(chance.choice((n, n / 10, "[c]")) for n in range(19)),
            ]
            for c in range(43)
            for year in YEARS
            for quarter in QUARTERS
        ]
        return f"Table {number}: {BIG}, {SPAN}", head, body
    title = f"Table {number}: {TITLES.get(number, 'Probate grants')}, {SPAN}"
    if number in (8, 9):
        head = ["Year", "Quarter", *TIMES, *(["Cases disposed in 26 weeks"] if number < 9 else [])]
        body = [
            [*period, 9000, chance.randint(250, 500) / 10, 41.5, *([0.3] if number < 9 else [])]
            for period in PERIODS
        ]
        return title, head, body
    if number == 1:
        kinds = ("Public law", "Private law", "Adoption", "Domestic violence")
        head = [
            f"{kind}\n{cases}" for kind in kinds for cases in ("Cases starting", "Cases closed")
        ]
    else:
        head = [f"Cases of kind {n}" for n in range(8)]
    head = ["Year", "Quarter", *head]
    body = [[*period, *(chance.randint(1, 9999) for _ in range(8))] for period in PERIODS]
    return title, head, body


def two_million(folder: Path) -> None:
    """Read a long breakdown: how long beside the csv module alone, how much memory, how to stop."""
    path = folder / "CSV Children Act.csv"
    block = "".join(
        PART.format(2011 + n % 14, n % 4 + 1, ("Male", "Female")[n % 2], n) for n in range(10_000)
    )
    with path.open("w", encoding="utf-8") as file:
        file.write(HEAD)
        for _ in range(ROWS // 10_000):
            file.write(block)
    alone = seconds(lambda: rows(path))
    most, said = 0, list[str]()

    def watch() -> bool:
        nonlocal most
        held = [child.memory_info().rss for child in psutil.Process().children()]
        most = max(most, *held, 0)
        return False

    ours = seconds(lambda: read_file(path, watch, said.append))
    print(f"{path.name}: {path.stat().st_size / (1 << 20):.0f} MB, {ROWS:,} rows")
    print(f"  csv alone {alone:.1f} s; ours {ours:.1f} s, {ours / alone:.1f}x; {said[-1]}")
    print(f"  most memory of the reading process: {most / (1 << 20):.0f} MB; {len(said)} sentences")
    asked = time.perf_counter()

    def stop() -> bool:
        nonlocal asked
        if "Read 400,000 rows" in said:
            asked = asked if stopping else time.perf_counter()
            stopping.append(True)
        return bool(stopping)

    said.clear()
    stopping: list[bool] = []
    try:
        read_file(path, stop, said.append)
    except ImportCancelledError:
        print(f"  stopped {(time.perf_counter() - asked) * 1000:.0f} ms after it was asked to")


if __name__ == "__main__":
    main()

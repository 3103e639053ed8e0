"""Names of files: the ones in use, and what no system would take."""

from pathlib import Path

import pytest

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.services.atomic_files import LONGEST_NAME, file_name, save_together


def paper_name(*words: str) -> str:
    return file_name(*words, suffix=".docx", between="_", blank="-")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("July to September 2026", "Camden"), "July to September 2026, Camden.xlsx"),
        (
            ("July to September 2026", "Bournemouth, Christchurch and Poole"),
            "July to September 2026, Bournemouth, Christchurch and Poole.xlsx",
        ),
        (("A/B: c", "O'Neil"), "A B c, O'Neil.xlsx"),
        (
            ("Mean weeks (%)", "Blackburn/Lancaster"),
            "Mean weeks (%), Blackburn Lancaster.xlsx",
        ),
        (("Ynys Môn", "Rhondda"), "Ynys Môn, Rhondda.xlsx"),
    ],
)
def test_a_file_is_called_after_its_words(words: tuple[str, ...], name: str) -> None:
    assert file_name(*words, suffix=".xlsx") == name


def test_a_paper_has_no_blanks_in_its_name() -> None:
    name = paper_name("OFFICIAL-SENSITIVE", "performance", "St. Helens", "2026-12-04")
    assert name == "OFFICIAL-SENSITIVE_performance_St.-Helens_2026-12-04.docx"


@pytest.mark.parametrize(
    ("stem", "safe"),
    [
        ("con", "con_.docx"),
        ("LPT9.", "LPT9_.docx"),
        ("com1.old", "com1_.old.docx"),
        ("CONIN$", "CONIN$_.docx"),
        ("console", "console.docx"),
        ("../../etc/passwd", "etc-passwd.docx"),
        ('a<b>:"c|d?*', "a-b-c-d.docx"),
        ("name.\u202etxt ", "name.txt.docx"),
        ("two\tlines\nof words", "two-lines-of-words.docx"),
        ("the end. . .", "the-end.docx"),
        ("...", "paper.docx"),
        ("*", "paper.docx"),
        ("e\u0301", "\u00e9.docx"),
    ],
)
def test_a_file_name_is_safe_on_every_system(stem: str, safe: str) -> None:
    assert paper_name(stem) == safe


@pytest.mark.parametrize("letter", ["x", "\u00e9", "\U0001f600"])
def test_a_long_file_name_is_cut_before_its_suffix(letter: str) -> None:
    name = paper_name(letter * 300)
    assert LONGEST_NAME - 4 < len(name.encode()) <= LONGEST_NAME
    assert name == f"{letter * (len(name) - 5)}.docx"


def test_a_name_is_not_cut_to_end_with_a_dot() -> None:
    assert paper_name(f"{'x' * 113}. tail") == f"{'x' * 113}.docx"


@pytest.mark.parametrize("before", [None, b"old"])
def test_files_that_belong_together_are_saved_both_or_neither(
    tmp_path: Path, before: bytes | None
) -> None:
    first, second = tmp_path / "first.csv", tmp_path / "second.json"
    second.mkdir()
    if before is not None:
        first.write_bytes(before)

    with pytest.raises(RuleError, match=r"“first\.csv” and “second\.json” could not be saved"):
        save_together(tmp_path, {first.name: b"new", second.name: b"new"})

    assert (first.read_bytes() if first.exists() else None) == before
    assert sorted(tmp_path.iterdir()) == sorted({second} | ({first} if before else set()))
    second.rmdir()
    assert save_together(tmp_path, {first.name: b"1", second.name: b"2"}) == (first, second)
    assert (first.read_bytes(), second.read_bytes()) == (b"1", b"2")
    assert sorted(tmp_path.iterdir()) == [first, second]

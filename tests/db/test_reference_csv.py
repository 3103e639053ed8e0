"""The CSV files of facts: whole, sourced, and in our own words."""

import csv
import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FACTS = ROOT / "db" / "reference"
KEPT = ROOT / "tests" / "data"
LONGEST_SHARED_RUN = 12
"""How many words in a row may not be those of the page the facts come from."""


def lines(file: str, folder: Path = FACTS) -> list[dict[str, str]]:
    with (folder / file).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def words(text: str) -> list[str]:
    return re.findall(
        r"[a-z0-9£%.]+",
        text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "").replace("'", ""),
    )


def runs(text: str) -> Iterator[tuple[str, ...]]:
    said = words(text)
    for start in range(len(said) - LONGEST_SHARED_RUN + 1):
        yield tuple(said[start : start + LONGEST_SHARED_RUN])


def digest(text: str) -> str:
    """Return by what `tests/data` knows words that it may not hold."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


@pytest.mark.parametrize("path", sorted(FACTS.glob("*.csv")), ids=lambda path: path.name)
def test_every_fact_names_its_source(path: Path) -> None:
    assert all(line["source"].strip() for line in lines(path.name))


def test_area_codes_are_short_and_authorities_have_gss_codes() -> None:
    assert all(re.fullmatch(r"[A-Z]{3,6}", line["code"]) for line in lines("dfj_areas.csv"))
    codes = [line["gss_code"] for line in lines("authorities.csv")]
    assert all(re.fullmatch(r"[EW]\d{8}", code) for code in codes)


def test_there_are_153_english_and_22_welsh_authorities() -> None:
    nations = Counter(line["nation"] for line in lines("authorities.csv"))
    assert nations == {"England": 153, "Wales": 22}


def test_every_authority_lies_in_an_area_and_durham_alone_in_two() -> None:
    areas = Counter(line["authority"] for line in lines("area_authorities.csv"))
    assert len(areas) == 175
    assert [code for code, count in areas.items() if count > 1] == ["E06000047"]


def test_a_doubtful_name_or_link_says_why() -> None:
    names = [line for line in lines("area_names.csv") if line["doubtful"] == "yes"]
    links = [line for line in lines("area_authorities.csv") if line["confidence"] != "high"]
    assert len(links) == 16  # the ten of Central London, of which the articles count twelve
    assert all(line["note"] for line in names + links)


def test_the_guide_has_33_initiatives_in_five_themes() -> None:
    themes = Counter(line["theme"] for line in lines("initiatives.csv"))
    assert themes == {"1": 6, "2": 6, "3": 8, "4": 6, "5": 7}


def test_the_map_states_60_cells_of_the_pre_proceedings_section_and_no_other() -> None:
    cells = lines("initiative_drivers.csv")
    ours = {line["number"] for line in lines("initiatives.csv") if line["theme"] == "4"}
    assert len(cells) == 60
    assert {cell["initiative"] for cell in cells} == ours
    assert Counter(cell["stance"] for cell in cells) == {"absent": 32, "present": 28}


def test_the_reasons_are_45_in_seven_groups() -> None:
    reasons = lines("cancellation_reasons.csv")
    assert len(reasons) == 45
    assert len({line["owner_group"] for line in reasons}) == 7


def test_every_measure_of_the_list_is_held_with_its_unit_and_polarity() -> None:
    ours = {line["code"]: line for line in lines("measures.csv")}
    listed = lines("measures.csv", KEPT)
    assert set(ours) == {line["code"] for line in listed}
    for line in listed:
        assert ours[line["code"]]["unit"] == line["unit"]
        assert ours[line["code"]]["polarity"] == line["better"]
        assert ours[line["code"]]["basis"] == line["basis"]


def test_the_map_says_what_the_guide_says() -> None:
    held, said = (
        {(cell["initiative"], cell["driver"]): cell["stance"] for cell in cells}
        for cells in (lines("initiative_drivers.csv"), lines("guide_map.csv", KEPT))
    )
    assert held == said


def test_every_figure_of_an_initiative_stands_in_the_guide() -> None:
    figures = set((KEPT / "guide_figures.txt").read_text(encoding="utf-8").split())
    for line in lines("initiatives.csv"):
        for figure in re.findall(r"\d[\d,.]*\d|\d", line["summary"] + " " + line["outcomes"]):
            assert figure in figures, f"{figure} in {line['title']}"


def test_no_sentence_is_taken_from_the_pages_the_facts_come_from() -> None:
    theirs = set((KEPT / "runs_of_words.txt").read_text(encoding="utf-8").split())
    assert len(theirs) > 14_000
    ours = [
        (path.name, " ".join(run))
        for path in FACTS.glob("*.csv")
        for line in lines(path.name)
        for column, text in line.items()
        if column != "source"
        for run in runs(text)
        if digest(" ".join(run)) in theirs
    ]
    assert ours == []


def test_the_labels_of_the_reasons_are_our_own() -> None:
    theirs = {
        line["code"]: line["label_digest"] for line in lines("cancellation_reasons.csv", KEPT)
    }
    ours = {line["code"]: line["label"] for line in lines("cancellation_reasons.csv")}
    assert set(ours) == set(theirs)
    assert not [code for code, label in ours.items() if digest(label.lower()) == theirs[code]]

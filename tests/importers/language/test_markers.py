from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lfjb_desk.domain.formatting import BLANK
from lfjb_desk.importers.language.markers import UnreadableCellError, read_value, uses_decimal_comma

CODES = ["c", "x", "z", "low", "u", "w", "b", "e", "er", "f", "p", "r", "ns", "s", "ss", "sss"]
SIGNS = ["..", ".", ":", "-", "*", "**", "#", "~", "\u2013", "\u2014", "NA", "N/A", "#REF!", "#N/A"]


@pytest.mark.parametrize(
    "said",
    [f"[{code}]" for code in CODES]
    + ["[u1]", "[c2]", "[r][e]", "[r] [p]", "[r, e]", "[e], [p]", "[e]; [u2][p]"]
    + ["[C]", " [x] ", "[c] [note 4]", "[note 4][c]", *SIGNS],
)
def test_a_marker_is_kept_as_published_and_is_no_number(said: str) -> None:
    value = read_value(said)

    assert (value.number, value.marker) == (None, said.strip())


@pytest.mark.parametrize("said", ["", "   ", "\n"])
def test_an_empty_cell_is_marked_as_blank(said: str) -> None:
    assert (read_value(said).number, read_value(said).marker) == (None, BLANK)


@pytest.mark.parametrize(
    ("said", "number", "marker"),
    [
        ("41", "41", None),
        ("41.2", "41.2", None),
        ("0", "0", None),
        ("-3", "-3", None),
        ("\u22123", "-3", None),
        (".5", "0.5", None),
        ("1,226", "1226", None),
        ("1,226,000.5", "1226000.5", None),
        ("41.2 [p]", "41.2", "[p]"),
        ("41.2[r][e]", "41.2", "[r][e]"),
        ("1,226 [note 5]", "1226", "[note 5]"),
        ("0 [low]", None, "[low]"),
        ("0[low][r]", None, "[low][r]"),
        ("0 [w]", None, "[w]"),
        ("7 [e], [p]", "7", "[e], [p]"),
        ("7 [b][u1]", "7", "[b][u1]"),
    ],
)
def test_a_number_is_read_exactly(said: str, number: str | None, marker: str | None) -> None:
    value = read_value(said)

    assert value.number == (None if number is None else Decimal(number))
    assert value.marker == marker


def test_a_percentage_says_that_it_is_one() -> None:
    assert read_value("26%").percent
    assert read_value("26 % [r]").number == Decimal(26)
    assert not read_value(Decimal(26)).percent


@pytest.mark.parametrize(
    "said",
    [
        "41,2",
        "0,226",
        "12,34,567",
        "1.226.000",
        "about 40",
        "41.2*",
        "[q]",
        "[note 5]",
        "4 1",
        "1e5",
        "nan",
        "inf",
        "\u0663",
        "41.2 [q]",
        "TRUE",
        "\u00bd",
    ],
)
def test_anything_else_is_refused(said: str) -> None:
    with pytest.raises(UnreadableCellError):
        read_value(said)


@pytest.mark.parametrize("said", ["41 [c]", "0 [c]", "0 [x]", "3 [z][r]", "3 [low]", "2 [w]"])
def test_a_number_beside_a_marker_that_says_there_is_none_is_refused(said: str) -> None:
    with pytest.raises(UnreadableCellError, match="says that there is no figure"):
        read_value(said)


def test_a_date_is_no_figure() -> None:
    with pytest.raises(UnreadableCellError, match="2024-03-01"):
        read_value(date(2024, 3, 1))


def test_a_comma_is_a_decimal_sign_only_where_the_file_is_clear() -> None:
    assert read_value("41,2", decimal_comma=True).number == Decimal("41.2")
    assert read_value("41", decimal_comma=True).number == Decimal(41)
    for unclear, comma in (("1.226", True), ("1,226", None), ("41,2", None)):
        with pytest.raises(UnreadableCellError, match="separator"):
            read_value(unclear, decimal_comma=comma)
    assert uses_decimal_comma(["area", "41,2"])
    assert not uses_decimal_comma(["1,226", "1,226,000", "41.2"])


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3))
def test_a_number_comes_back_as_it_was_written(number: Decimal) -> None:
    assert read_value(f"{number:f}").number == number


@given(st.text(max_size=20))
def test_any_text_is_a_value_a_marker_or_refused(said: str) -> None:
    try:
        value = read_value(said)
    except UnreadableCellError:
        return
    assert value.number is not None or value.marker

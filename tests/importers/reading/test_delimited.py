import pytest

from lfjb_desk.importers.cells import Grid
from lfjb_desk.importers.figures import ImportRefusedError
from lfjb_desk.importers.reading.delimited import read_delimited

PLACES = [["area", "weeks"], ["Ca\u0175dor", "41"], ["Plas Du\u0302", "42"]]
TEXT = "\n".join(",".join(row) for row in PLACES)


def read(data: bytes | str) -> Grid:
    return read_delimited("x.csv", data.encode() if isinstance(data, str) else data)[0]


@pytest.mark.parametrize(
    ("data", "called"),
    [
        (TEXT.encode(), "UTF-8"),
        (TEXT.encode("utf-8-sig"), "UTF-8"),
        (TEXT.encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "UTF-16"),
        (TEXT.encode("utf-16-le"), "UTF-16"),
        (TEXT.encode("utf-16-be"), "UTF-16"),
    ],
)
def test_welsh_letters_survive_every_encoding(data: bytes, called: str) -> None:
    grid, notes = read_delimited("x.csv", data)

    assert grid.rows == PLACES
    assert notes == (f"Read as {called}, separated by commas.",)


def test_windows_1252_is_tried_last_and_said() -> None:
    grid, notes = read_delimited("x.csv", "area,weeks\nCaf\u00e9 \u2013 town,41".encode("cp1252"))

    assert grid.rows[1] == ["Caf\u00e9 \u2013 town", "41"]
    assert "Windows-1252" in notes[0]


@pytest.mark.parametrize(
    ("separator", "called"),
    [(",", "commas"), (";", "semicolons"), ("\t", "tabs"), ("|", "upright bars")],
)
def test_the_separator_is_found(separator: str, called: str) -> None:
    text = "\n".join(separator.join(row) for row in PLACES)
    grid, notes = read_delimited("x.csv", text.encode())

    assert grid.rows == PLACES
    assert called in notes[0]


def test_commas_inside_the_text_do_not_mislead() -> None:
    rows = read("place;weeks\nBournemouth, Poole;41\nYork, North;42\n").rows

    assert rows[1] == ["Bournemouth, Poole", "41"]


def test_the_line_by_which_excel_names_the_separator_is_heeded() -> None:
    assert read("sep=;\nplace;weeks\nYork;41\n").rows == [["place", "weeks"], ["York", "41"]]


def test_quoted_line_breaks_stay_in_their_cell_and_blank_lines_count_as_rows() -> None:
    rows = read('place,weeks\r\n\r\n"North\r\nYork, ""old""",41\r\n').rows

    assert rows == [["place", "weeks"], [], ['North\r\nYork, "old"', "41"]]


def test_rows_of_other_lengths_are_kept_as_they_are() -> None:
    assert [len(row) for row in read("a,b,c\n1,2\n1,2,3,4\n").rows] == [3, 2, 4]


@pytest.mark.parametrize(
    ("text", "comma"),
    [
        ("a;b\nx;41,2\n", True),
        ("a;b\nx;1,226\n", None),
        ('a,b\nx,"1,226"\n', False),
        ('a,b\nx,"41,2"\n', None),
        ("a\tb\nx\t1,226,000\n", False),
    ],
)
def test_a_decimal_comma_is_taken_only_where_nothing_else_fits(
    text: str,
    comma: bool | None,  # noqa: FBT001 - three answers, one a case
) -> None:
    assert read(text).decimal_comma is comma


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ('a,b\n1,2\n"3,4\n5,6\n', "starts on line 3"),
        ('a,b\n"x\ny",2\n"3"4,5\n', "starts on line 4"),
        ('"a,b\n', "starts on line 1"),
        ("a,b\n1,\x072\n", "line 2 holds a control character"),
        ("a,b\nc;d\n", "commas or semicolons"),
        ("one column\nonly\n", "has no columns"),
        (b"a,b\n\x81\x8d,2\n", "not text in"),
    ],
)
def test_a_broken_text_is_refused_with_its_line(data: bytes | str, sentence: str) -> None:
    with pytest.raises(ImportRefusedError, match=sentence):
        read(data)


def test_letters_lost_before_are_said() -> None:
    _, notes = read_delimited("x.csv", "area,weeks\nCa\ufffddor,41\n".encode())

    assert any("letters were lost" in note for note in notes)

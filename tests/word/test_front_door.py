"""Word files from outside: bombs, traps and broken bytes end in one plain sentence, and quickly."""

import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from random import Random

import pytest

from lfjb_desk.domain.blocks import Paper
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.intake.limits import ReadingLimits
from lfjb_desk.intake.packages import PackageLimits
from lfjb_desk.word import child, front_door, process
from lfjb_desk.word.checking.check import check
from lfjb_desk.word.front_door import UnreadablePaperError, word_file
from lfjb_desk.word.process import check_file
from lfjb_desk.word.writing.engine import render

DOCUMENT = "word/document.xml"
MUTANTS = 160
MOST_MEMORY = 100 << 20
PEAK = """
import sys
from pathlib import Path
from lfjb_desk import cli
code = cli.main(["check", sys.argv[1]])
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else ["VmHWM: 0 kB"]
print(code, *(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")))
"""
"""Checks a file as the command line does, and says its answer and its peak memory in bytes."""


@pytest.fixture
def clean(paper: Paper, template: Path) -> bytes:
    return render(paper, template, {"actions": 3})


def _with(data: bytes, part: str, content: bytes) -> bytes:
    """Return a package in which a part is another, or is added."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        new.writestr(part, content)
    return out.getvalue()


def _elements(times: int, padding: bytes = b"") -> bytes:
    open_part = b'<w:document xmlns:w="x"><w:body>'
    return open_part + (b"<w:p>" + padding + b"</w:p>") * times + b"</w:body></w:document>"


def _hard_to_pack(times: int) -> bytes:
    """Return so many elements that do not pack very small, so that they must be counted."""
    random = Random(5)  # noqa: S311 - chance, not secrecy
    block = b"".join(
        b"<w:p/>" * 100 + b"<w:t>%d</w:t>" % random.getrandbits(30) for _ in range(times // 102)
    )
    return b'<w:document xmlns:w="x"><w:body>' + block + b"</w:body></w:document>"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (_elements(2_000_000), "packed more than 200 times smaller"),
        (_hard_to_pack(6_000_000), "more elements than a file of its kind needs"),
    ],
    ids=["packed small", "many elements"],
)
def test_a_bomb_is_refused_before_any_tree_is_built(
    tmp_path: Path, clean: bytes, content: bytes, sentence: str
) -> None:
    bomb = tmp_path / "return.docx"
    bomb.write_bytes(_with(clean, DOCUMENT, content))

    done = subprocess.run(
        [sys.executable, "-c", PEAK, str(bomb)], capture_output=True, text=True, check=True
    )

    answer, peak = map(int, done.stdout.split())
    assert answer == 2
    assert sentence in done.stderr
    assert done.stderr.count("\n") == 1
    assert peak < MOST_MEMORY


def test_more_text_than_a_paper_holds_is_not_unpacked(
    clean: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(front_door, "LARGEST_MARKUP", 1 << 20)
    with pytest.raises(UnreadablePaperError, match="1 MB of text and marks"):
        word_file(_with(clean, DOCUMENT, b"<a>" + b"plain words " * 100_000 + b"</a>"))


def test_a_bomb_beside_the_text_is_refused_as_well(clean: bytes) -> None:
    with pytest.raises(UnreadablePaperError, match="more elements"):
        word_file(_with(clean, "customXml/item1.xml", _hard_to_pack(2_000_000)))


@pytest.mark.parametrize(
    ("part", "content", "sentence"),
    [
        (DOCUMENT, b"<a>" + b" " * 100_000 + b"<!DOCTYPE x></a>", "DOCTYPE"),
        ("word/x.xml", '<?xml version="1.0" encoding="utf-16"?><a/>'.encode("utf-16"), "UTF-8"),
        ("word/x.xml", b'<?xml version="1.0" encoding="UTF-7"?><a/>', "UTF-8"),
        ("../x.xml", b"<a/>", "unpack elsewhere"),
    ],
)
def test_a_trap_is_named(clean: bytes, part: str, content: bytes, sentence: str) -> None:
    with pytest.raises(UnreadablePaperError, match=sentence):
        word_file(_with(clean, part, content))


def test_a_declaration_across_two_pieces_is_seen(clean: bytes) -> None:
    padding = b" " * ((1 << 20) - 8)
    with pytest.raises(UnreadablePaperError, match="DOCTYPE"):
        word_file(_with(clean, DOCUMENT, b"<a>" + padding + b"<!DOCTYPE x></a>"))


def test_too_many_parts_and_two_of_one_name_are_refused(
    clean: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = BytesIO(clean)
    with (
        pytest.warns(UserWarning, match="Duplicate name"),
        zipfile.ZipFile(out, "a") as archive,
    ):
        archive.writestr(DOCUMENT, b"<a/>")
    with pytest.raises(UnreadablePaperError, match="two parts of the same name"):
        word_file(out.getvalue())
    monkeypatch.setattr(front_door, "PAPER", PackageLimits(3, 1 << 30, "as nobody"))
    with pytest.raises(UnreadablePaperError, match="more than 3 parts"):
        word_file(clean)


def test_a_file_of_anybody_gives_the_same_findings_as_one_of_ours(
    tmp_path: Path, clean: bytes
) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(clean)

    assert check_file(path) == check(clean) == ()
    assert check_file(path, "SECRET") == check(clean, "SECRET") != ()


def test_a_process_past_its_limits_ends_in_one_sentence(tmp_path: Path, clean: bytes) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(clean)

    with pytest.raises(UnreadablePaperError, match="more time or memory"):
        check_file(path, limits=ReadingLimits(wall=0))


def test_a_process_that_dies_or_babbles_ends_in_one_sentence(
    tmp_path: Path, clean: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(clean)
    for code in ("raise SystemExit", "print('no sense')", "print('{}')"):
        stand_in = [sys.executable, "-c", code]
        monkeypatch.setattr(process, "reading_command", lambda *_, use=stand_in: use)
        with pytest.raises(UnreadablePaperError, match="stopped while opening it"):
            check_file(path)


def test_what_the_reading_process_refuses_is_said_as_it_was(tmp_path: Path, clean: bytes) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(_with(clean, DOCUMENT, b"<w:document"))

    assert "“word/document.xml” of the document is damaged" in str(
        child._answer(path, child.CHECK, "")
    )
    with pytest.raises(UnreadablePaperError, match="is damaged"):
        check_file(path)


def test_broken_bytes_anywhere_never_end_in_a_traceback(clean: bytes) -> None:
    """Bytes of the package and of its unpacked parts are changed, cut out, doubled and moved."""
    random = Random(8)  # noqa: S311 - chance, not secrecy
    with zipfile.ZipFile(BytesIO(clean)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if ".xml" in name}
    refusals: list[str] = []
    for number in range(MUTANTS):
        if number % 2:
            data = _broken(random, clean)
        else:
            part = random.choice(sorted(parts))
            data = _with(clean, part, _broken(random, parts[part]))
        try:
            check(data)
        except RuleError as error:
            refusals.append(str(error))
    assert 0 < len(refusals) < MUTANTS
    assert all(refusal.endswith(".") for refusal in refusals)


def _broken(random: Random, data: bytes) -> bytes:
    start = random.randrange(len(data))
    end = min(len(data), start + random.choice((1, 4, 50, 2_000)))
    return {
        "changed": data[:start] + random.randbytes(end - start) + data[end:],
        "cut out": data[:start] + data[end:],
        "doubled": data[:end] + data[start:],
        "moved": data[end:] + data[start:end] + data[:start],
    }[random.choice(("changed", "cut out", "doubled", "moved"))]

"""The accessibility check: every planted fault is found, alone, by its own rule."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from lfjb_desk.domain.blocks import Paper
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.word.checking.check import check
from lfjb_desk.word.checking.rules_text import contrast
from lfjb_desk.word.writing.engine import render
from lfjb_desk.word.writing.package import zipped

DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
CORE = "docProps/core.xml"
CHART = "word/charts/chart1.xml"

Files = dict[str, bytes]


@pytest.fixture
def clean_paper(paper: Paper, template: Path) -> bytes:
    return render(paper, template, {"actions": 3})


def _files(data: bytes) -> Files:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _changed(part: str, pattern: str, new: str, times: int = 1) -> Callable[[Files], None]:
    """Return a fault: a part in which a pattern is replaced."""

    def plant(files: Files) -> None:
        text, count = re.subn(pattern, new, files[part].decode(), count=times, flags=re.DOTALL)
        assert count, f"the fault did not fit into {part}"
        files[part] = text.encode()

    return plant


def _p(inside: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>{inside}</w:p>'


def _words(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def _at_the_end(xml: str) -> Callable[[Files], None]:
    return _changed(DOCUMENT, r"(.*</w:p>)(<w:sectPr.*</w:body>)", rf"\1{xml}\2")


BOX = (
    "<w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent>"
    f"{_p(_words('boxed'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
MARK = '<w:fldChar w:fldCharType="{}"/>'
BLANK = '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr></w:p>'
FLOAT = r"\1anchor\2anchor>"

FAULTS = [
    ("title", _changed(CORE, r"<dc:title>[^<]*", "<dc:title>")),
    ("creator", _changed(CORE, r"<dc:creator>[^<]*", "<dc:creator>python-docx")),
    ("language", _changed(STYLES, r'w:lang w:val="en-GB"', 'w:lang w:val="en-US"')),
    (
        "heading-empty",
        _changed(DOCUMENT, r'(<w:t xml:space="preserve">)Position(?=</w:t></w:r><w:b)', r"\1"),
    ),
    ("heading-order", _changed(DOCUMENT, '"Heading2"', '"Heading3"')),
    ("heading-one", _at_the_end(_p(_words("Two")).replace("BodyText", "Heading1"))),
    (
        "contents",
        _at_the_end(
            "".join(_p(_words(f"Part {n}")).replace("BodyText", "Heading2") for n in range(9))
        ),
    ),
    ("style", _at_the_end(_p(_words("Lost")).replace("BodyText", "NoSuchStyle"))),
    ("blank-paragraph", _at_the_end(BLANK)),
    ("typed-list", _at_the_end(_p(_words("1. A typed point")))),
    (
        "alignment",
        _at_the_end(_p(_words("Even")).replace("</w:pPr>", '<w:jc w:val="both"/></w:pPr>')),
    ),
    ("size", _at_the_end(_p('<w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t>Small</w:t></w:r>'))),
    ("size", _changed(CHART, r'sz="1100"', 'sz="900"')),
    ("size", _changed(STYLES, r'(w:styleId="Source".*?<w:sz w:val=)"22"', r'\1"20"')),
    (
        "contrast",
        _at_the_end(_p('<w:r><w:rPr><w:color w:val="BBBBBB"/></w:rPr><w:t>Faint</w:t></w:r>')),
    ),
    (
        "contrast-style",
        _changed(STYLES, r'(w:styleId="Note".*?<w:color w:val=)"3D3D3D"', r'\1"AAAAAA"'),
    ),
    ("table-header", _changed(DOCUMENT, "<w:tblHeader/>", "")),
    ("table-name", _changed(DOCUMENT, r'<w:tblDescription w:val="[^"]*"/>', "")),
    ("table-row-splits", _changed(DOCUMENT, r"<w:trPr><w:cantSplit/></w:trPr>", "<w:trPr/>")),
    (
        "table-merged",
        _changed(DOCUMENT, r"(<w:tcW [^>]*/>)(?=</w:tcPr>)", r'\1<w:vMerge w:val="restart"/>'),
    ),
    ("table-head-empty", _changed(DOCUMENT, r'<w:t xml:space="preserve">Year</w:t>', "")),
    ("table-empty-cell", _changed(DOCUMENT, r'<w:t xml:space="preserve">Baseline year</w:t>', "")),
    ("alt-text", _changed(DOCUMENT, r'descr="[^"]*"', 'descr=""')),
    ("alt-text", _changed(DOCUMENT, r'descr="[^"]*"', f'descr="{"long " * 60}"')),
    ("floating", _changed(DOCUMENT, r"(<wp:)inline( .*?</wp:)inline>", FLOAT)),
    ("text-box", _at_the_end(_p(BOX))),
    ("drawing-id", _changed(DOCUMENT, r"(<w:r><w:drawing>.*?</w:drawing></w:r>)", r"\1\1")),
    ("link-text", _changed(DOCUMENT, r"the log(?=</w:t>)", "click here")),
    ("broken-link", _changed(DOCUMENT, r'w:anchor="performance"', 'w:anchor="gone"')),
    ("broken-reference", _changed(DOCUMENT, "PAGEREF performance", "PAGEREF gone")),
    ("bookmark-pair", _changed(DOCUMENT, r"<w:bookmarkEnd [^>]*/>", "")),
    (
        "bookmark-unique",
        _at_the_end(
            _p(
                '<w:bookmarkStart w:id="900" w:name="actions"/><w:bookmarkEnd w:id="900"/>'
                + _words("Here")
            )
        ),
    ),
    ("field-pair", _changed(DOCUMENT, r'<w:r><w:fldChar w:fldCharType="end"/></w:r>', "")),
    (
        "field-pair",
        _changed("word/footer1.xml", re.escape(MARK.format("separate")), MARK.format("end")),
    ),
    ("page-numbers", _changed("word/footer1.xml", r" NUMPAGES ", " DATE ")),
    ("marking", _changed("word/header1.xml", "OFFICIAL-SENSITIVE", "OFFICIAL")),
]


def _prepare(files: Files, rule: str) -> None:
    """Take away what would let a second rule speak of the same fault."""
    if rule == "contents":
        _changed(DOCUMENT, r"TOC \\h \\z", r"QUOTE")(files)
    if rule == "page-numbers":
        _changed("word/footer2.xml", r" NUMPAGES ", " DATE ")(files)


def test_a_clean_paper_has_no_finding(paper: Paper, clean_paper: bytes) -> None:
    assert check(clean_paper, paper.marking) == ()


@pytest.mark.parametrize(
    ("rule", "plant"), FAULTS, ids=[f"{rule}-{place}" for place, (rule, _) in enumerate(FAULTS)]
)
def test_each_planted_fault_is_found_alone(
    paper: Paper, clean_paper: bytes, rule: str, plant: Callable[[Files], None]
) -> None:
    files = _files(clean_paper)
    _prepare(files, rule)
    plant(files)

    findings = check(zipped(files.items()), paper.marking)

    assert {finding.rule for finding in findings} == {rule}
    assert all(finding.where and finding.message.endswith(".") for finding in findings)


def test_at_least_twenty_kinds_of_fault_are_planted() -> None:
    assert len({rule for rule, _ in FAULTS}) >= 20


def test_no_marking_is_asked_for_when_none_is_given(clean_paper: bytes) -> None:
    assert check(clean_paper) == ()
    assert [finding.rule for finding in check(clean_paper, "SECRET")] == ["marking", "marking"]


def test_contrast_is_reckoned_as_the_guidelines_do() -> None:
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("767676", "FFFFFF") == pytest.approx(4.54, abs=0.01)


def _doctype(files: Files) -> None:
    files[DOCUMENT] = files[DOCUMENT].replace(b"<w:document", b"<!DOCTYPE x><w:document", 1)


def _cut_short(files: Files) -> None:
    files[DOCUMENT] = files[DOCUMENT][:-20]


def _headless(files: Files) -> None:
    del files[DOCUMENT]


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [(_doctype, "DOCTYPE"), (_cut_short, "damaged"), (_headless, "not a Word document")],
)
def test_a_spoilt_file_gets_one_plain_sentence(
    clean_paper: bytes, spoil: Callable[[Files], None], sentence: str
) -> None:
    files = _files(clean_paper)
    spoil(files)

    with pytest.raises(RuleError, match=sentence):
        check(zipped(files.items()))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "not a Word document"),
        (b"Dear all", "not a Word document"),
        (b"PK\x03\x04 and no more", "not a Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "password"),
    ],
)
def test_a_file_of_another_kind_gets_one_plain_sentence(
    tmp_path: Path, data: bytes, sentence: str
) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(data)

    with pytest.raises(RuleError, match=sentence) as refused:
        check(path)
    assert "letter.docx" in str(refused.value)


def test_a_file_cut_short_anywhere_never_ends_in_a_traceback(clean_paper: bytes) -> None:
    refused = 0
    for length in range(0, len(clean_paper), len(clean_paper) // 40):
        with pytest.raises(RuleError):
            check(clean_paper[:length])
        refused += 1
    assert refused >= 40


def test_a_file_with_one_wrong_byte_never_ends_in_a_traceback(clean_paper: bytes) -> None:
    outcomes = set()
    for place in range(0, len(clean_paper), len(clean_paper) // 60):
        spoilt = bytearray(clean_paper)
        spoilt[place] ^= 0xFF
        try:
            check(bytes(spoilt))
            outcomes.add("read")
        except RuleError:
            outcomes.add("refused")
    assert "refused" in outcomes


def test_a_missing_or_giant_file_gets_one_plain_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(RuleError, match="There is no file"):
        check(tmp_path / "gone.docx")
    with pytest.raises(RuleError, match="is a folder"):
        check(tmp_path)
    monkeypatch.setattr("lfjb_desk.word.front_door.LARGEST_FILE", 3)
    (tmp_path / "big.docx").write_bytes(b"1234")
    with pytest.raises(RuleError, match="larger than"):
        check(tmp_path / "big.docx")

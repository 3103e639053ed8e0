"""The house template: as its script makes it, and after a board has edited it elsewhere."""

import re
import runpy
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from lfjb_desk.domain.blocks import Orientation, Paper
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.word.checking.check import check
from lfjb_desk.word.writing.engine import render, write
from lfjb_desk.word.writing.package import zipped
from lfjb_desk.word.writing.pages import find_office
from lfjb_desk.word.writing.template import open_template

ROOT = Path(__file__).parents[2]
DOCUMENT = "word/document.xml"


def _edited(template: Path, out: Path, pattern: str, new: str, part: str = DOCUMENT) -> Path:
    with zipfile.ZipFile(template) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    text, count = re.subn(pattern, new, files[part].decode(), flags=re.DOTALL)
    assert count
    files[part] = text.encode()
    out.write_bytes(zipped(files.items()))
    return out


def test_the_committed_template_is_what_its_script_makes(template: Path) -> None:
    script = runpy.run_path(str(ROOT / "packaging/make_template.py"))

    assert script["HOUSE"] == template
    assert script["house_template"](script["MADE"]) == template.read_bytes()


def test_the_template_has_no_fault_of_its_own_but_its_marking(template: Path) -> None:
    assert check(template) == ()


def test_the_template_says_nothing_of_the_library_that_opens_it(template: Path) -> None:
    about = Document(str(template)).core_properties

    assert (about.author, about.comments, about.language) == ("LFJB Desk", "", "en-GB")


def test_what_a_board_puts_before_the_slot_is_kept(
    paper: Paper, template: Path, tmp_path: Path
) -> None:
    logo = '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t>Our crest</w:t></w:r></w:p>'
    edited = _edited(template, tmp_path / "t.docx", "<w:body>", f"<w:body>{logo}")

    opened = Document(BytesIO(render(paper, edited)))

    assert opened.paragraphs[0].text == "Our crest"
    assert all("left out" not in paragraph.text for paragraph in opened.paragraphs)


def test_a_changed_style_is_used(paper: Paper, template: Path, tmp_path: Path) -> None:
    edited = _edited(
        template, tmp_path / "t.docx", r'(w:styleId="Heading1".*?)12436D', r"\g<1>801650",
        "word/styles.xml",
    )  # fmt: skip

    opened = Document(BytesIO(render(paper, edited)))

    assert str(opened.styles["Heading 1"].font.color.rgb) == "801650"


def test_a_style_that_a_template_lacks_is_given_the_house_form(
    paper: Paper, template: Path, tmp_path: Path
) -> None:
    edited = _edited(
        template, tmp_path / "t.docx", r'<w:style [^>]*w:styleId="(?:TOC2|Hyperlink)".*?</w:style>',
        "", "word/styles.xml",
    )  # fmt: skip

    assert write(paper, edited, tmp_path / "out.docx") == ()


def test_a_template_with_upright_pages_alone_gets_turned_ones(
    template: Path, tmp_path: Path
) -> None:
    edited = _edited(
        template, tmp_path / "t.docx", r"</w:sdt>.*(<w:sectPr>.*?</w:sectPr>)</w:pPr>.*</w:body>",
        r"</w:sdt>\1</w:body>",
    )  # fmt: skip

    pages = open_template(edited).pages

    assert 'w:orient="landscape"' in pages[Orientation.LANDSCAPE].xml
    assert "orient" not in pages[Orientation.PORTRAIT].xml
    assert pages[Orientation.LANDSCAPE].frame > pages[Orientation.PORTRAIT].frame


@pytest.mark.parametrize(
    ("part", "pattern", "sentence"),
    [
        (DOCUMENT, r"<w:sdtPr>.*?</w:sdtPr>", "no content control titled “LFJB: body”"),
        ("word/footer1.xml", r"<w:sdt>.*?</w:sdt>", ""),
        (DOCUMENT, r"</w:body>", "damaged"),
    ],
)
def test_a_template_without_its_places_is_refused_in_words(
    template: Path, tmp_path: Path, part: str, pattern: str, sentence: str
) -> None:
    edited = _edited(template, tmp_path / "bare.docx", pattern, "", part)
    if not sentence:
        _edited(edited, edited, r"<w:sdt>.*?</w:sdt>", "", "word/footer2.xml")
        sentence = "no content control titled “LFJB: footer”"

    with pytest.raises(RuleError, match=sentence):
        open_template(edited)


def test_a_missing_template_is_refused_in_words(paper: Paper, tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="There is no file"):
        render(paper, tmp_path / "none.docx")


def test_a_template_saved_by_libreoffice_still_works(
    paper: Paper, template: Path, tmp_path: Path
) -> None:
    office = find_office()
    if office is None:
        pytest.skip("LibreOffice is not installed; make test installs it")
    subprocess.run(
        [office, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "docx", "--outdir", tmp_path / "saved", template],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip

    findings = write(paper, tmp_path / "saved/house.docx", tmp_path / "paper.docx")

    assert findings == ()
    opened = Document(str(tmp_path / "paper.docx"))
    assert opened.sections[0].header.paragraphs[0].text == "OFFICIAL-SENSITIVE"
    foot = opened.sections[1].footer.paragraphs[0].text.replace("\u00a0", " ")
    assert foot.startswith(paper.footer)

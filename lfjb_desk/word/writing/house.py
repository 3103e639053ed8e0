"""The house template, made from nothing: a Word file that a board may edit and still use."""

from datetime import date

from lfjb_desk.word import look
from lfjb_desk.word.look import OFFICE, PACKAGE, XML, R, W, twips
from lfjb_desk.word.writing import styles
from lfjb_desk.word.writing.package import zipped
from lfjb_desk.word.writing.text import field, run

BODY = "body"
MARKING = "marking"
FOOTER = "footer"

_PORTRAIT = {"w": 21.0, "h": 29.7, "top": 2.3, "right": 2.0, "bottom": 2.3, "left": 2.2}
_LANDSCAPE = {"w": 29.7, "h": 21.0, "top": 2.2, "right": 2.0, "bottom": 2.1, "left": 2.0}

_EXPLAIN = (
    "The paper is written where the box above stands. What stands before the box is kept, so a "
    "logo may go there. What stands below is left out: it shows the styles, to be changed here, "
    "and the page that is turned."
)
_SAMPLES = (
    ("Board", "The board, first line of a paper"),
    ("heading 1", "Heading 1: the title"),
    ("Lead", "Lead: the paper in one sentence"),
    ("Fact", "Fact\tWhen, where, chair"),
    ("heading 2", "Heading 2: a part"),
    ("Item line", "Item line: purpose, minutes, lead"),
    ("Decision", "D1\tDecision: what the board is asked"),
    ("heading 3", "Heading 3: a block"),
    ("Message title", "Message title: a claim"),
    ("Measure", "Measure: what the chart shows"),
    ("Chart", "Chart: the paragraph that holds one"),
    ("Body Text", "Body Text: prose"),
    ("List Bullet", "List Bullet: a point"),
    ("caption", "Caption: a table of figures"),
    ("Note", "Note: above a table"),
    ("Source", "Source: under a table"),
    ("TOC Heading", "Heading of the contents"),
    ("toc 2", "Contents, a part\t2"),
    ("toc 3", "Contents, a message\t3"),
)


def _slot(name: str, inside: str) -> str:
    """Return a content control that the engine finds by its tag or its title."""
    number = sum(ord(letter) * 31**index for index, letter in enumerate(name)) % 10**8
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="LFJB: {name}"/><w:tag w:val="lfjb:{name}"/>'
        f'<w:id w:val="{number}"/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'
    )


def _paragraph(style: str, inside: str, more: str = "") -> str:
    identifier = styles.HOUSE[style.lower()][0]
    return f'<w:p><w:pPr><w:pStyle w:val="{identifier}"/>{more}</w:pPr>{inside}</w:p>'


def _section(page: dict[str, float], footer: str) -> str:
    turn = ' w:orient="landscape"' if page["w"] > page["h"] else ""
    edges = " ".join(
        f'w:{side}="{twips(page[side])}"' for side in ("top", "right", "bottom", "left")
    )
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId6"/>'
        f'<w:footerReference w:type="default" r:id="{footer}"/><w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twips(page["w"])}" w:h="{twips(page["h"])}"{turn}/>'
        f'<w:pgMar {edges} w:header="{twips(1.0)}" w:footer="{twips(0.9)}" w:gutter="0"/>'
        "</w:sectPr>"
    )


def _sample_table(style: str, title: str) -> str:
    width = twips(styles.FRAME_CM / 2)
    cell = f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'

    def row(properties: str, kind: str, words: str) -> str:
        inside = cell + _paragraph(kind, run(words)) + "</w:tc>"
        return f"<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{inside * 2}</w:tr>"

    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{width * 2}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0"'
        ' w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{title}"/><w:tblDescription w:val="Head and two rows"/></w:tblPr>'
        "<w:tblGrid>"
        f'<w:gridCol w:w="{width}"/><w:gridCol w:w="{width}"/></w:tblGrid>'
        f"{row('<w:tblHeader/>', 'Table head', 'Table head')}{row('', 'Table text', 'Table text')}"
        f"{row('', 'Table number', '12')}</w:tbl>"
    )


def _document() -> str:
    samples = "".join(_paragraph(style, run(words)) for style, words in _SAMPLES)
    tables = (
        _sample_table("LFJBTable", "Sample of a table")
        + _paragraph("Body Text", run("The line of sight has its own table style."))
        + _sample_table("LFJBStrip", "Sample of a line of sight")
    )
    upright = _section(_PORTRAIT, "rId7")
    turned = _paragraph(
        "Body Text", run("This page is turned; its margins and footer serve wide tables.")
    )
    return (
        f'{XML}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>'
        f"{_slot(BODY, _paragraph('Body Text', run('[The paper is written here.]')))}"
        f"{_paragraph('Body Text', run(_EXPLAIN))}{samples}{tables}"
        f"{_paragraph('Body Text', run('The upright pages end here.'), upright)}"
        f"{turned}{_section(_LANDSCAPE, 'rId8')}</w:body></w:document>"
    )


def _header() -> str:
    marking = _paragraph("Marking", _slot(MARKING, run(f"[{MARKING}]")))
    return f'{XML}<w:hdr xmlns:w="{W}">{marking}</w:hdr>'


def _footer(frame_cm: float) -> str:
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{twips(frame_cm)}"/></w:tabs>'
    words = (
        _slot(FOOTER, run(f"[{FOOTER}]"))
        + f"<w:r><w:tab/></w:r>{run('Page ')}{field('PAGE', '1')}"
        + f"{run(' of ')}{field('NUMPAGES', '1')}"
    )
    marking = _paragraph("Marking", _slot(MARKING, run(f"[{MARKING}]")))
    return f'{XML}<w:ftr xmlns:w="{W}">{_paragraph("footer", words, tab)}{marking}</w:ftr>'


def _styles() -> str:
    return (
        f'{XML}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts w:ascii="{look.FONT}" w:hAnsi="{look.FONT}" w:eastAsia="{look.FONT}"'
        f' w:cs="{look.FONT}"/>'
        f'<w:color w:val="{look.INK}"/><w:sz w:val="24"/><w:szCs w:val="24"/>'
        '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/>"
        '<w:pPr><w:widowControl/><w:spacing w:before="0" w:after="160"'
        ' w:line="283" w:lineRule="auto"/></w:pPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        "<w:tblCellMar>"
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        f"{''.join(xml for _, xml in styles.HOUSE.values())}</w:styles>"
    )


def _numbering() -> str:
    return (
        f'{XML}<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="{styles.BULLETS}">'
        '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{twips(0.6)}" w:hanging="{twips(0.6)}"/></w:pPr>'
        f'<w:rPr><w:color w:val="{look.MAIN}"/></w:rPr></w:lvl></w:abstractNum>'
        f'<w:num w:numId="{styles.BULLETS}"><w:abstractNumId w:val="{styles.BULLETS}"/></w:num>'
        "</w:numbering>"
    )


def _settings() -> str:
    return (
        f'{XML}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting'
        ' w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
        ' w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
        "</w:settings>"
    )


def _theme() -> str:
    """Return the palette as theme colours, so that what a member adds in Word offers the same."""
    colours = {
        "dk1": look.INK, "lt1": "FFFFFF", "dk2": look.MAIN, "lt2": look.PANEL_FILL,
        "accent1": look.MAIN, "accent2": look.BETTER, "accent3": look.LATE, "accent4": look.WORSE,
        "accent5": look.SOFT, "accent6": "A285D1", "hlink": look.MAIN, "folHlink": look.LATE,
    }  # fmt: skip
    scheme = "".join(
        f'<a:{name}><a:srgbClr val="{rgb}"/></a:{name}>' for name, rgb in colours.items()
    )
    face = f'<a:latin typeface="{look.FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{XML}<a:theme xmlns:a="{look.A}" name="LFJB"><a:themeElements>'
        f'<a:clrScheme name="LFJB">{scheme}</a:clrScheme><a:fontScheme name="LFJB">'
        f"<a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="LFJB"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def _fonts() -> str:
    return (
        f'{XML}<w:fonts xmlns:w="{W}"><w:font w:name="{look.FONT}">'
        '<w:panose1 w:val="020B0604020202020204"/>'
        '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
        "</w:fonts>"
    )


def _core(dated: date) -> str:
    moment = f'xsi:type="dcterms:W3CDTF">{dated.isoformat()}T00:00:00Z'
    return (
        f'{XML}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>House template</dc:title>'
        f"<dc:creator>LFJB Desk</dc:creator><dcterms:created {moment}</dcterms:created>"
        f"<dcterms:modified {moment}</dcterms:modified><dc:language>en-GB</dc:language>"
        "</cp:coreProperties>"
    )


_WORD = {
    "rId1": ("styles", "styles.xml"),
    "rId2": ("settings", "settings.xml"),
    "rId3": ("numbering", "numbering.xml"),
    "rId4": ("fontTable", "fontTable.xml"),
    "rId5": ("theme", "theme/theme1.xml"),
    "rId6": ("header", "header1.xml"),
    "rId7": ("footer", "footer1.xml"),
    "rId8": ("footer", "footer2.xml"),
}


def _relations(pairs: dict[str, tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>'
        for key, (kind, target) in pairs.items()
    )
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def _types() -> str:
    word = f"{OFFICE}.wordprocessingml"
    kinds = {"word/document.xml": f"{word}.document.main+xml"}
    for kind, target in _WORD.values():
        kinds[f"word/{target}"] = f"{OFFICE}.theme+xml" if kind == "theme" else f"{word}.{kind}+xml"
    kinds["docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    rows = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items()
    )
    return (
        f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )


def house_template(dated: date) -> bytes:
    """Return the house template as a Word file; the same day gives the same bytes."""
    frame = {name: page["w"] - page["left"] - page["right"] for name, page in
             (("portrait", _PORTRAIT), ("landscape", _LANDSCAPE))}  # fmt: skip
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(
            {
                "rId1": (f"{R}/officeDocument", "word/document.xml"),
                "rId2": (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            }
        ),
        "word/document.xml": _document(),
        "word/_rels/document.xml.rels": _relations(
            {key: (f"{R}/{kind}", target) for key, (kind, target) in _WORD.items()}
        ),
        "word/styles.xml": _styles(),
        "word/settings.xml": _settings(),
        "word/numbering.xml": _numbering(),
        "word/fontTable.xml": _fonts(),
        "word/theme/theme1.xml": _theme(),
        "word/header1.xml": _header(),
        "word/footer1.xml": _footer(frame["portrait"]),
        "word/footer2.xml": _footer(frame["landscape"]),
        "docProps/core.xml": _core(dated),
    }
    return zipped((name, text.encode()) for name, text in parts.items())

"""The block model: what a paper is made of, before anyone thinks of Word.

A paper is a tuple of frozen blocks. `papers` makes them from board rows; `word` writes them
into the house template; the window shows the same blocks as a preview.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum

from lfjb_desk.domain.axis import Axis, axis_over


class Entitled(StrEnum):
    """Who may read a paper with restricted matter."""

    CHAIR = "the chair"
    SECRETARIAT = "the chair and the secretariat"
    MEMBERS = "the members of the group"


class Tone(Enum):
    """How a run of words is coloured; the words alone must always carry the meaning.

    HIGH, MEDIUM and LOW fill the cell, or the ground behind the words, with the severity colour.
    """

    PLAIN = "plain"
    SOFT = "soft"
    LATE = "late"
    GOOD = "good"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Mark(Enum):
    """What a run of words is in a text with its changes marked; the words must say it, too."""

    ADDED = "added"
    """It is underlined."""
    REMOVED = "removed"
    """It is struck out."""


@dataclass(frozen=True)
class Span:
    """A run of words: bold or not, perhaps leading to an anchor, perhaps its page number.

    With `page_of` the text shown is the page on which that anchor stands, and `text` (or a dash)
    while the pages are not known.
    """

    text: str
    bold: bool = False
    tone: Tone = Tone.PLAIN
    leads_to: str = ""
    page_of: str = ""
    mark: Mark | None = None


Line = str | tuple[Span, ...]
"""One line of words: plain, or a run of spans. `\\n` in a text starts a new line."""


class Style(Enum):
    """The paragraph styles of the house, by their name in the template."""

    BOARD = "Board"
    LEAD = "Lead"
    BODY = "Body Text"
    ITEM_LINE = "Item line"
    MEASURE = "Measure"
    NOTE = "Note"
    SOURCE = "Source"


@dataclass(frozen=True)
class Title:
    """The paper's title: Heading 1, once."""

    text: str


@dataclass(frozen=True)
class Heading:
    """A heading of level 2 or 3; an anchor lets the contents and links find it."""

    text: str
    level: int = 2
    anchor: str = ""
    new_page: bool = False


@dataclass(frozen=True)
class MessageTitle:
    """A claim over a chart or block, one line or two; listed in the contents."""

    text: str
    anchor: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph in a house style."""

    line: Line
    style: Style = Style.BODY
    keeps: bool = False
    """Whether it stays on the page of what follows it."""


@dataclass(frozen=True)
class Bullets:
    """A bulleted list."""

    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Facts:
    """Names and what they stand for, such as When, Where, Chair."""

    pairs: tuple[tuple[str, Line], ...]


@dataclass(frozen=True)
class Ask:
    """One thing that the board is asked to decide, and why."""

    ask: str
    reason: str = ""
    leads_to: str = ""
    """Anchor of the part that the decision rests on; its page is named."""


@dataclass(frozen=True)
class Decisions:
    """What the board is asked to decide, numbered D1, D2 and so on, in a panel."""

    asks: tuple[Ask, ...]
    first: int = 1
    """The number of the first one, so that another paper can keep the numbers."""


@dataclass(frozen=True)
class PaperColumn:
    """A column: its heading and width in cm; figures stand to the right; a name may be bold."""

    heading: str
    width_cm: float
    figures: bool = False
    bold: bool = False


@dataclass(frozen=True)
class Table:
    """A table with a repeating head row; no merged and no empty cell.

    Tables of figures are captioned and numbered (`Table 1: ...`); others carry `title` only as
    the name that a screen reader speaks.
    """

    title: str
    description: str
    columns: tuple[PaperColumn, ...]
    rows: tuple[tuple[Line, ...], ...]
    captioned: bool = False
    note: str = ""
    source: str = ""


class AnswerKind(Enum):
    """What sort of answer a question of a form takes."""

    WORDS = "words"
    CHOICE = "choice"
    DAY = "day"


@dataclass(frozen=True)
class AnswerField:
    """One question of a form, and what stands in its box until it is answered."""

    name: str
    """Its name to a machine: a word in small letters."""
    question: str
    hint: str
    kind: AnswerKind = AnswerKind.WORDS
    choices: tuple[str, ...] = ()
    height_cm: float = 0.75
    """How high the box is at least, so that a pen has room."""


@dataclass(frozen=True)
class AnswerTable:
    """The boxes of a form in which one thing is answered, under its reference.

    The reference is seen at the head, and stands behind each box where a reader of the returned
    file finds it.
    """

    reference: str
    """What the answers are about, with its check letter: `ESST-A-014-K`."""
    description: str
    fields: tuple[AnswerField, ...]


@dataclass(frozen=True)
class Strip:
    """The line of sight: heads over cells, from driver to decision."""

    title: str
    cells: tuple[tuple[str, Line], ...]


class SeriesKind(Enum):
    """What a line in a chart is."""

    MAIN = "main"
    PEER = "peer"
    MEAN = "mean"
    LIMIT = "limit"
    TARGET = "target"


class SignalKind(Enum):
    """What a point that a rule names means; each has a shape of its own."""

    BETTER = "better"
    WORSE = "worse"
    NEITHER = "neither"


@dataclass(frozen=True)
class ChartSeries:
    """One line of a chart: a value for each category, or None for a gap.

    A mean, limit or target whose last value is a gap ended before; it carries no name at the right.
    """

    name: str
    values: tuple[Decimal | None, ...]
    kind: SeriesKind = SeriesKind.MAIN


CHART_CM = 7.2
"""How high a chart is, where nothing asks for another height."""


@dataclass(frozen=True)
class Chart:
    """A native, editable line chart.

    `alt` says what it shows in 10 to 250 characters. `band` is a target range. The axis starts at
    or below `low`; None takes a round figure just below the values. `signals` are the places of
    the points that a rule names and what each means, `flags` the places and names of finished
    actions, `anew` the places from which limits are worked out anew since figures are missing
    before, `unsettled` the places of figures that may yet change: the line to them is dashed.
    """

    title: str
    alt: str
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    unit: str
    decimals: int = 0
    low: Decimal | None = None
    band: tuple[Decimal, Decimal] | None = None
    height_cm: float = CHART_CM
    signals: tuple[tuple[int, SignalKind], ...] = ()
    flags: tuple[tuple[int, str], ...] = ()
    anew: tuple[int, ...] = ()
    unsettled: tuple[int, ...] = ()

    @property
    def axis(self) -> Axis:
        """The value axis, which holds all that is drawn."""
        values = [value for line in self.series for value in line.values if value is not None]
        return axis_over([*values, *(self.band or ())], self.low)


@dataclass(frozen=True)
class Contents:
    """The contents: headings of level 2 and message titles, with page numbers."""

    title: str = "Contents"


class Orientation(Enum):
    """How the pages that follow are turned."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


@dataclass(frozen=True)
class Section:
    """Turns the pages that follow; it starts on a new page."""

    orientation: Orientation


@dataclass(frozen=True)
class PageBreak:
    """What follows starts on a new page."""


Block = (
    Title
    | Heading
    | MessageTitle
    | Paragraph
    | Bullets
    | Facts
    | Decisions
    | Table
    | AnswerTable
    | Strip
    | Chart
    | Contents
    | Section
    | PageBreak
)


@dataclass(frozen=True)
class Paper:
    """A whole paper.

    `identifier` names the export; `dated` is the day that the paper carries and the only date
    that enters the file, so that the same input gives the same bytes.
    """

    title: str
    board: str
    footer: str
    """What stands at the left of the footer: board, paper and date."""
    marking: str
    dated: date
    blocks: tuple[Block, ...]
    author: str = "LFJB secretariat"
    subject: str = ""
    language: str = "en-GB"
    identifier: str = ""
    restricted: bool = False
    """Whether it holds restricted matter, and is for those entitled to it alone."""

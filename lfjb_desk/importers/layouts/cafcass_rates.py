"""Care applications per 10,000 children: authorities down, financial years across."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import partial

from lfjb_desk.domain.common.nations import ENGLAND
from lfjb_desk.importers.extract import Layout, Published
from lfjb_desk.importers.figures import MeasureHint
from lfjb_desk.importers.tables.headings import Wording
from lfjb_desk.importers.tables.history import HistoryTable, is_history, read_history

RATES = HistoryTable(
    measure=MeasureHint(
        "apps_per_10k",
        "Care applications per 10,000 children",
        "Section 31 applications in a year for every 10,000 children aged 0 to 17",
        "rate",
        1,
        "Cafcass LA rates table",
    ),
    subject=re.compile(
        r"\A(?=.*\bper 10 ?000\b)"  # anchored, or each letter of a long sheet is a new start
        r"(?=.*(?:\bcare\b.{0,30}\bapplications?\b|\bapplications?\b.{0,30}\bcare\b"
        r"|\b(?:s31|section 31|s 31)\b))"
    ),
    elsewhere=re.compile(
        r"\bprivate law\b|\blooked after\b|\bin need\b|\bchild protection\b|\bmedian\b"
        r"|\bdurations?\b"
    ),
    wording=Wording(
        re.compile(r"\b(?:per 10 ?000|rates?)\b"),
        re.compile(
            r"\b(?:number|count|volume|change|difference|rank|median|q|quarter|month|weeks)\b|%"
        ),
    ),
    next_table=re.compile(r"\b(?:number|count|duration|weeks|private|median|change)\b|%"),
    months=frozenset({12}),
    most=Decimal(200),
    total=ENGLAND,
)

LAYOUT = Layout(
    "Care applications per 10,000 children",
    "care applications per 10,000 children (authorities down, financial years across)",
    partial(is_history, of=RATES),
    partial(read_history, of=RATES),
    family="Cafcass",
    published=Published.WHEN_NATIONAL,
)

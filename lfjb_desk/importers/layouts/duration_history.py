"""A history of how long care cases take: areas or authorities down, quarters and years across."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import partial

from lfjb_desk.importers.extract import Layout, Published
from lfjb_desk.importers.figures import MeasureHint
from lfjb_desk.importers.tables.headings import Wording
from lfjb_desk.importers.tables.history import HistoryTable, is_history, read_history

DURATIONS = HistoryTable(
    measure=MeasureHint(
        "s31_mean_weeks",
        "Average duration of section 31 cases",
        "Mean weeks from issue to completion of care applications",
        "weeks",
        0,
        "Cafcass duration history",
    ),
    subject=re.compile(
        r"\bdurations?\b|\bhow long\b|\b(?:average|mean)\b.{0,60}\bweeks\b",
    ),
    elsewhere=re.compile(
        r"\bprivate law\b|\bmedian\b|%|\bper ?cent|\bproportion\b|\bwithin 26\b",
    ),
    wording=Wording(
        re.compile(r"\b(?:duration|weeks|average|mean)\b"),
        # another measure, or a part of the period that was not understood
        re.compile(
            r"\b(?:applications?|number|count|cases|children|volume|median|change|q|quarter|month)"
            r"|[0-9%]"
        ),
    ),
    next_table=re.compile(
        r"\b(?:number|count|applications|children|cases|rate|private|median)\b|%"
    ),
    least=Decimal(1),
)

LAYOUT = Layout(
    "A history of the duration of care cases",
    "a history of the duration of care cases (areas or authorities down, at least two quarters "
    "or years across, and a title that says duration)",
    partial(is_history, of=DURATIONS),
    partial(read_history, of=DURATIONS),
    family="Cafcass",
    published=Published.WHEN_NATIONAL,
    general=True,
)

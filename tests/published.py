"""The sample board without its invented figures, for what an area with few figures is shown."""

from lfjb_desk.domain.changes import Change, Edit
from lfjb_desk.domain.common.publishers import INVENTED
from lfjb_desk.domain.figures.charts import ChartStep
from lfjb_desk.domain.figures.collections import Collection, CollectionReturn, Respondent
from lfjb_desk.domain.figures.figures import Measure

INVENTED_TABLES = {ChartStep, Collection, CollectionReturn, Respondent, Measure}


def published_only(change: Change) -> Change:
    """Return the change that adds the sample, with published figures alone."""
    return Change(
        change.label, tuple(edit for edit in change.edits if not _invented(edit)), change.subject
    )


def _invented(edit: Edit) -> bool:
    after = edit.after or {}
    return edit.table in INVENTED_TABLES or INVENTED in (
        after.get("publisher"),
        after.get("source"),
    )

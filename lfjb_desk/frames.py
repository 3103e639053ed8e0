"""The desk's figures in Python, as `docs/data.md` tells: `from lfjb_desk.frames import figures`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.app import board
from lfjb_desk.app import environment as where
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.common.days import NotADayError, read_day

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    import pandas as pd


def figures(
    path: Path | str | None = None,
    area: str | None = None,
    measure: str | None = None,
    since: date | str | None = None,
) -> pd.DataFrame:
    """Return every current figure, one to a row; an older database is brought up to date first.

    Args:
        path: The file of the database; None for the one that the desk opens.
        area: The code of one place: an area such as ESST with its authorities, or the GSS code of
            an authority.
        measure: The code of one measure.
        since: The earliest first day of a period, as a date or as 2026-12-08.

    Raises:
        RuleError: when there is no such database, place, measure or day.
    """
    from lfjb_desk.services.figures.frames import FigureFilter, FrameService

    if isinstance(since, str):
        try:
            since = read_day(since)
        except NotADayError as error:
            raise RuleError(f"{error}.") from None
    with board.opened_to_read(where.places(None if path is None else str(path))) as database:
        return FrameService(database).frame(FigureFilter(area, measure, since))

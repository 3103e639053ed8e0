"""The annex of the terms on forums outside the board: who informs whom, how often, by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.blocks import Heading
from lfjb_desk.papers.parts.common import NONE
from lfjb_desk.papers.parts.tables import RowColumn, table_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.domain.blocks import Block
    from lfjb_desk.domain.read_models.governance.forums import ForumRow


def forums_annex(rows: Sequence[ForumRow]) -> tuple[Block, ...]:
    """Return how a group and the forums outside it keep one another informed; else nothing."""
    if not rows:
        return ()
    table = table_of(
        "Forums outside the board",
        "Each forum: who informs whom, how often, and who carries it.",
        (
            RowColumn("Forum", 4.6, lambda row: row.forum.name, bold=True),
            RowColumn("Who informs whom", 6.0, lambda row: row.ways),
            RowColumn("How often", 3.0, lambda row: (row.tie and row.tie.link.how_often) or NONE),
            RowColumn("Who carries it", 3.2, lambda row: (row.tie and row.tie.carrier) or NONE),
        ),
        rows,
    )
    return Heading("Annex: forums outside the board", 2, "forums"), table

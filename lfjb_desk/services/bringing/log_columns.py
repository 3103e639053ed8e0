"""The roles of the columns of an action log, as the user is asked about them."""

from lfjb_desk.importers.board_lists.roles import REPEATABLE, LogRole
from lfjb_desk.services.bringing.columns import RoleBook

LOG_ROLES = RoleBook(
    {
        LogRole.ACTION: "What is to be done",
        LogRole.OWNER: "The owner, a person",
        LogRole.BODY: "The accountable body",
        LogRole.DUE: "The day on which it is due",
        LogRole.REVISED_DUE: "The day to which it was moved",
        LogRole.ORIGINAL_DUE: "The day on which it was due at first",
        LogRole.RAISED: "The day on which it was raised",
        LogRole.STATUS: "How it stands",
        LogRole.RAG: "A colour for how it stands",
        LogRole.CLOSED_ON: "The day on which it was closed",
        LogRole.UPDATE: "Updates, for its history",
        LogRole.REFERENCE: "Its reference in the file",
        LogRole.MEETING: "The meeting that raised it",
        LogRole.ITEM: "The number of its agenda item",
        LogRole.DRIVER: "The driver of delay",
        LogRole.IGNORED: "Leave this column out",
    },
    main=LogRole.ACTION,
    ignored=LogRole.IGNORED,
    repeatable=REPEATABLE,
    stand_in=(LogRole.RAG, LogRole.STATUS),
)

"""The board at work: its meetings, actions, amendments, returns, escalations and commitments."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0008_0.3.0"
down_revision = "0007_0.3.0"

BOOLEAN, DATE, INTEGER, TEXT, UUID = (
    sa.Boolean(),
    sa.Date(),
    sa.Integer(),
    sa.String(),
    sa.Uuid(),
)


NAME, WORD, DIGEST = sa.String(200), sa.String(40), sa.String(64)


def key(name: str, kind: Any) -> Any:
    return sa.Column(name, kind, primary_key=True)


def need(name: str, kind: Any, leads_to: str = "", **more: Any) -> Any:
    links = [sa.ForeignKey(leads_to)] if leads_to else []
    return sa.Column(name, kind, *links, nullable=False, **more)


def may(name: str, kind: Any, leads_to: str = "", **more: Any) -> Any:
    links = [sa.ForeignKey(leads_to)] if leads_to else []
    return sa.Column(name, kind, *links, nullable=True, **more)


# fmt: off
TABLES: tuple[tuple[Any, ...], ...] = (
    ("meeting_series",
     key("id", UUID), need("group_id", UUID, "board_group.id", index=True),
     need("recurrence", WORD), need("every", INTEGER), may("week", INTEGER),
     need("first_on", DATE), may("starts", sa.Time()),
     may("minutes_planned", INTEGER), need("place", TEXT), may("ended_on", DATE)),
    ("kept_file",
     key("id", UUID), need("name", NAME), need("size", INTEGER), need("sha256", DIGEST),
     need("kept_on", DATE)),
    ("item_paper",
     key("id", UUID), need("item_id", UUID, "agenda_item.id", index=True),
     need("position", INTEGER), need("title", NAME), may("owed_by_id", UUID, "person.id"),
     may("due", DATE), may("file_id", UUID, "kept_file.id"), may("received_on", DATE)),
    ("interest",
     key("id", UUID), need("person_id", UUID, "person.id", index=True), need("text", TEXT),
     need("declared_on", DATE), may("ended_on", DATE)),
    ("item_interest",
     key("id", UUID), need("item_id", UUID, "agenda_item.id", index=True),
     need("interest_id", UUID, "interest.id", index=True), need("leaves", BOOLEAN)),
    ("action_evidence",
     key("id", UUID), need("action_id", UUID, "action.id", index=True), need("kind", WORD),
     need("text", TEXT), may("file_id", UUID, "kept_file.id"), need("noted_on", DATE)),
    ("learning_note",
     key("id", UUID), need("action_id", UUID, "action.id", unique=True), need("done", TEXT),
     need("figures", TEXT), need("repeat", WORD), need("repeat_why", TEXT), need("noted_on", DATE)),
    ("action_form",
     key("id", UUID), need("group_id", UUID, "board_group.id", index=True),
     may("person_id", UUID, "person.id"), may("organisation_id", UUID, "organisation.id"),
     need("sent_on", DATE), need("back_by", DATE), need("content", TEXT), may("returned_on", DATE),
     may("withdrawn_on", DATE)),
    ("form_answer",
     key("id", UUID), need("form_id", UUID, "action_form.id", index=True),
     need("action_id", UUID, "action.id", index=True), need("read_on", DATE),
     need("file_name", TEXT), need("sha256", DIGEST), need("progress", TEXT),
     may("proposed_due", DATE), may("proposed_status", WORD), need("state", WORD),
     may("decided_on", DATE), need("decided_why", TEXT)),
    ("item_absence",
     key("id", UUID), need("item_id", UUID, "agenda_item.id", index=True),
     need("seat_id", UUID, "seat.id", index=True), need("why", TEXT)),
    ("minutes_review",
     key("id", UUID), need("meeting_id", UUID, "meeting.id", index=True), need("version", INTEGER),
     may("person_id", UUID, "person.id"), need("reviewer", TEXT), need("came_on", DATE),
     need("no_comments", BOOLEAN), need("file_name", TEXT), need("sha256", DIGEST)),
    ("minutes_amendment",
     key("id", UUID), need("review_id", UUID, "minutes_review.id", index=True),
     need("position", INTEGER), need("kind", WORD), need("paragraph", INTEGER),
     may("item_id", UUID, "agenda_item.id"), need("author", TEXT), may("made_at", sa.DateTime()),
     need("before", TEXT), need("after", TEXT), need("state", WORD), may("decided_on", DATE),
     need("decided_why", TEXT), may("correction_id", UUID, "minutes_correction.id")),
    ("forum",
     key("id", UUID), need("area_id", UUID, "dfj_area.id", index=True), need("name", NAME),
     need("purpose", TEXT)),
    ("forum_link",
     key("id", UUID), need("group_id", UUID, "board_group.id", index=True),
     need("forum_id", UUID, "forum.id", index=True), need("informs", WORD),
     need("how_often", TEXT), may("person_id", UUID, "person.id")),
    ("standing_item",
     key("id", UUID), need("group_id", UUID, "board_group.id", index=True),
     need("position", INTEGER), need("title", NAME), need("topic", WORD), need("purpose", WORD),
     need("minutes", INTEGER)),
    ("group_return",
     key("id", UUID), need("group_id", UUID, "board_group.id", index=True),
     need("meeting_id", UUID, "meeting.id", index=True), need("sent_on", DATE),
     need("back_by", DATE), may("returned_on", DATE), need("file_name", TEXT),
     need("sha256", DIGEST)),
    ("return_point",
     key("id", UUID), need("return_id", UUID, "group_return.id", index=True),
     need("position", INTEGER), need("kind", WORD), need("text", TEXT),
     may("item_id", UUID, "agenda_item.id")),
    ("escalation",
     key("id", UUID), need("area_id", UUID, "dfj_area.id", index=True),
     need("group_id", UUID, "board_group.id", index=True),
     may("to_group_id", UUID, "board_group.id"), need("to_body", TEXT), need("question", TEXT),
     need("raised_on", DATE), may("answer_by", DATE), may("action_id", UUID, "action.id"),
     may("point_id", UUID, "return_point.id"), may("item_id", UUID, "agenda_item.id"),
     need("answer", TEXT), may("answered_on", DATE), need("answered_by", TEXT)),
    ("clause_assessment",
     key("id", UUID), need("clause_id", UUID, "clause.id", index=True),
     need("organisation_id", UUID, "organisation.id", index=True), need("year", INTEGER),
     need("fulfilment", WORD), need("evidence", TEXT), need("assessed_on", DATE),
     need("assessed_by", TEXT)),
)
COLUMNS: tuple[tuple[str, tuple[Any, ...]], ...] = (
    ("meeting",
     (need("cancelled_why", TEXT, server_default=""),
      may("series_id", UUID, "meeting_series.id"))),
    ("agenda_item",
     (need("ask", TEXT, server_default=""), may("reason", WORD), may("reason_id", UUID),
      need("added_late", BOOLEAN, server_default=sa.false()),
      need("restricted_why", TEXT, server_default=""),
      need("restricted_audience", TEXT, server_default=""), may("restricted_until", DATE),
      may("begun_at", sa.Time()), may("ended_at", sa.Time()))),
    ("attendance",
     (may("arrived", sa.Time()), may("left", sa.Time()))),
    ("decision",
     (may("measure_id", UUID, "measure.id"), may("seats_in_room", INTEGER),
      may("ended_on", DATE), need("ended_by", TEXT, server_default=""),
      need("ended_why", TEXT, server_default=""))),
    ("action",
     (may("measure_id", UUID, "measure.id"), may("project_id", UUID, "project.id"),
      need("blocked_by", TEXT, server_default=""))),
)
# fmt: on


def upgrade() -> None:
    for name, *columns in TABLES:
        op.create_table(name, *columns)
    for name, added in COLUMNS:
        for column in added:
            op.add_column(name, column, inline_references=bool(column.foreign_keys))


def downgrade() -> None:
    raise NotImplementedError("A file is never taken back; restore the backup made before.")

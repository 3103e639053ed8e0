"""The tables of the first release."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001_0.1.0"
down_revision = None

BOOLEAN, BYTES, DATE, INTEGER = sa.Boolean(), sa.LargeBinary(), sa.Date(), sa.Integer()
MOMENT, TEXT, TIME, UUID = sa.DateTime(timezone=True), sa.String(), sa.Time(), sa.Uuid()


def key(name: str, kind: Any) -> Any:
    return sa.Column(name, kind, primary_key=True)


def need(name: str, kind: Any, leads_to: str = "", **more: Any) -> Any:
    links = [sa.ForeignKey(leads_to)] if leads_to else []
    return sa.Column(name, kind, *links, nullable=False, **more)


def may(name: str, kind: Any, leads_to: str = "", **more: Any) -> Any:
    links = [sa.ForeignKey(leads_to)] if leads_to else []
    return sa.Column(name, kind, *links, nullable=True, **more)


def text(length: int) -> Any:
    return sa.String(length)


# fmt: off
TABLES: tuple[tuple[Any, ...], ...] = (
    ("area_name",
     key("id", UUID), need("place_kind", text(40)), need("place_code", TEXT, index=True),
     need("publisher", TEXT), need("name", TEXT), need("folded", TEXT, index=True),
     need("doubtful", BOOLEAN), need("note", TEXT), need("source", TEXT)),
    ("cancellation_reason",
     key("id", UUID), need("code", text(8), unique=True), need("owner_group", TEXT),
     need("label", TEXT), need("source", TEXT)),
    ("change_record",
     key("sequence", INTEGER), need("at", MOMENT), need("who", TEXT), need("label", TEXT),
     need("payload", BYTES), need("previous_hash", text(64)), need("hash", text(64))),
    ("dfj_area",
     key("id", UUID), need("code", text(12), unique=True), need("name", TEXT, unique=True),
     need("region", TEXT), need("nation", TEXT), need("courts", TEXT),
     need("trailblazer", BOOLEAN), need("source", TEXT)),
    ("driver",
     key("id", UUID), need("number", INTEGER, unique=True), need("code", text(40), unique=True),
     need("name", TEXT), need("summary", TEXT), need("source", TEXT)),
    ("local_authority",
     key("id", UUID), need("gss_code", text(9), unique=True), need("name", TEXT, unique=True),
     need("nation", TEXT), need("source", TEXT)),
    ("measure",
     key("id", UUID), need("code", text(60), unique=True), need("name", TEXT),
     need("definition", TEXT), need("unit", TEXT), need("decimals", INTEGER),
     need("polarity", text(40)), need("benchmark", TEXT), need("source", TEXT),
     need("usual_period", TEXT), need("usual_level", TEXT), need("basis", TEXT)),
    ("snapshot",
     key("id", UUID), need("file_name", TEXT), need("sha256", text(64), index=True),
     need("layout", TEXT), need("publisher", TEXT), need("imported_at", MOMENT),
     need("read", INTEGER), need("new", INTEGER), need("unchanged", INTEGER),
     need("revised", INTEGER), need("refused", INTEGER), need("report", TEXT)),
    ("theme",
     key("id", UUID), need("number", INTEGER, unique=True), need("name", TEXT),
     need("summary", TEXT), need("source", TEXT)),
    ("area_authority",
     key("id", UUID), need("area_id", UUID, "dfj_area.id", index=True),
     need("authority_id", UUID, "local_authority.id", index=True), need("part", TEXT),
     need("confidence", text(40)), need("note", TEXT), need("source", TEXT)),
    ("area_profile",
     key("id", UUID), need("area_id", UUID, "dfj_area.id", index=True), need("position", INTEGER),
     need("heading", TEXT), need("text", TEXT), need("source", TEXT)),
    ("board_group",
     key("id", UUID), need("area_id", UUID, "dfj_area.id", index=True),
     may("parent_id", UUID, "board_group.id", index=True), need("kind", text(40)),
     need("name", text(200)), need("purpose", TEXT), may("carried_by", text(40)),
     may("quorum", INTEGER), need("marking", text(40)), may("closed_on", DATE),
     need("sample", BOOLEAN)),
    ("initiative",
     key("id", UUID), need("number", INTEGER, unique=True),
     need("theme_id", UUID, "theme.id", index=True), need("title", TEXT), need("place", TEXT),
     need("summary", TEXT), need("outcomes", TEXT), need("source", TEXT)),
    ("observation",
     key("id", UUID), need("snapshot_id", UUID, "snapshot.id", index=True),
     need("measure_id", UUID, "measure.id", index=True), need("place_kind", text(40)),
     need("place_code", TEXT, index=True), need("place_label", TEXT), need("period_start", DATE),
     need("period_end", DATE), need("period_label", TEXT), may("value", text(40)),
     may("marker", TEXT), need("publisher", TEXT), need("sheet", TEXT), need("cell", TEXT),
     need("current", BOOLEAN), may("replaces_id", UUID, "observation.id", index=True)),
    ("organisation",
     key("id", UUID), need("name", text(200), unique=True), need("kind", text(40)),
     may("authority_id", UUID, "local_authority.id")),
    ("target",
     key("id", UUID), need("measure_id", UUID, "measure.id", index=True),
     may("area_id", UUID, "dfj_area.id"), may("low", text(40)), may("high", text(40)),
     need("starts", DATE), may("ends", DATE), need("source", TEXT)),
    ("governing_document",
     key("id", UUID), need("group_id", UUID, "board_group.id", index=True), need("kind", text(40)),
     need("title", text(200))),
    ("initiative_driver",
     key("id", UUID), need("initiative_id", UUID, "initiative.id", index=True),
     need("driver_id", UUID, "driver.id", index=True), need("stance", text(40)),
     need("source", TEXT)),
    ("meeting",
     key("id", UUID), need("group_id", UUID, "board_group.id", index=True),
     need("number", INTEGER), need("held_on", DATE), may("starts", TIME),
     may("minutes_planned", INTEGER), need("place", TEXT), need("state", text(40))),
    ("person",
     key("id", UUID), need("name", text(200)),
     need("organisation_id", UUID, "organisation.id", index=True), need("post", TEXT),
     need("email", TEXT)),
    ("seat",
     key("id", UUID), need("group_id", UUID, "board_group.id", index=True),
     need("organisation_id", UUID, "organisation.id", index=True), need("title", text(200)),
     need("standing", text(40)), need("counts_for_quorum", BOOLEAN), need("position", INTEGER),
     may("vacant_since", DATE)),
    ("agenda_item",
     key("id", UUID), need("meeting_id", UUID, "meeting.id", index=True),
     need("position", INTEGER), need("title", text(200)), need("purpose", text(40)),
     may("presenter_id", UUID, "person.id"), need("minutes", INTEGER), need("standing", BOOLEAN),
     need("restricted", BOOLEAN), need("why", TEXT)),
    ("appointment",
     key("id", UUID), need("seat_id", UUID, "seat.id", index=True),
     need("person_id", UUID, "person.id", index=True), need("office", text(40)),
     need("starts", DATE), may("ends", DATE)),
    ("area_driver",
     key("id", UUID), need("area_id", UUID, "dfj_area.id", index=True),
     need("driver_id", UUID, "driver.id", index=True), need("severity", INTEGER),
     may("judged_on", DATE), need("rationale", TEXT), may("lead_id", UUID, "person.id"),
     may("review_by", DATE)),
    ("attendance",
     key("id", UUID), need("meeting_id", UUID, "meeting.id", index=True),
     need("seat_id", UUID, "seat.id", index=True), may("person_id", UUID, "person.id"),
     need("presence", text(40)), need("deputy_name", TEXT)),
    ("document_version",
     key("id", UUID), need("document_id", UUID, "governing_document.id", index=True),
     need("number", INTEGER), need("state", text(40)), may("agreed_on", DATE),
     may("meeting_id", UUID, "meeting.id"), may("review_by", DATE), need("note", TEXT)),
    ("project",
     key("id", UUID), need("area_id", UUID, "dfj_area.id", index=True),
     may("initiative_id", UUID, "initiative.id"), may("driver_id", UUID, "driver.id", index=True),
     need("title", text(200)), need("stage", text(40)), may("lead_id", UUID, "person.id"),
     may("starts", DATE), may("ends", DATE), need("expected", TEXT)),
    ("written_paper",
     key("id", UUID), need("group_id", UUID, "board_group.id", index=True),
     may("meeting_id", UUID, "meeting.id"), need("kind", text(40)), need("file_name", TEXT),
     need("sha256", text(64)), need("written_at", MOMENT), need("findings", INTEGER)),
    ("clause",
     key("id", UUID), need("version_id", UUID, "document_version.id", index=True),
     need("position", INTEGER), need("number", TEXT), need("heading", TEXT), need("text", TEXT),
     may("rule", text(40)), may("rule_value", INTEGER)),
    ("decision",
     key("id", UUID), need("ref", text(20), unique=True),
     need("group_id", UUID, "board_group.id", index=True),
     need("meeting_id", UUID, "meeting.id", index=True), may("item_id", UUID, "agenda_item.id"),
     may("driver_id", UUID, "driver.id", index=True), need("text", TEXT), need("reason", TEXT),
     need("decided_on", DATE), need("state", text(40)), may("review_by", DATE),
     may("superseded_by_id", UUID, "decision.id")),
    ("driver_measure",
     key("id", UUID), need("area_driver_id", UUID, "area_driver.id", index=True),
     need("measure_id", UUID, "measure.id", index=True), may("baseline_start", DATE)),
    ("minute_note",
     key("id", UUID), need("item_id", UUID, "agenda_item.id", index=True),
     need("position", INTEGER), need("text", TEXT)),
    ("action",
     key("id", UUID), need("ref", text(20), unique=True),
     need("group_id", UUID, "board_group.id", index=True), need("title", text(300)),
     may("owner_id", UUID, "person.id", index=True),
     may("accountable_id", UUID, "organisation.id", index=True),
     may("meeting_id", UUID, "meeting.id", index=True), may("item_id", UUID, "agenda_item.id"),
     may("decision_id", UUID, "decision.id"), may("driver_id", UUID, "driver.id", index=True),
     need("raised_on", DATE), need("original_due", DATE), need("due", DATE),
     need("status", text(40)), may("closed_on", DATE), need("outcome", TEXT),
     may("sleeping_until", DATE)),
    ("action_update",
     key("id", UUID), need("action_id", UUID, "action.id", index=True), need("noted_at", MOMENT),
     need("text", TEXT), need("agreed_by", TEXT), may("due_before", DATE), may("due_after", DATE),
     may("status_before", text(40)), may("status_after", text(40))),
)
# fmt: on

GUARDS = (
    """CREATE TRIGGER change_record_stays BEFORE UPDATE ON change_record
    BEGIN SELECT RAISE(ABORT, 'The audit is never altered.'); END""",
    """CREATE TRIGGER change_record_is_kept BEFORE DELETE ON change_record
    BEGIN SELECT RAISE(ABORT, 'The audit is never deleted.'); END""",
    """CREATE TRIGGER change_record_follows BEFORE INSERT ON change_record
    WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM change_record)
    BEGIN SELECT RAISE(ABORT, 'The audit is only added to.'); END""",
)


def upgrade() -> None:
    for name, *columns in TABLES:
        op.create_table(name, *columns)
    if op.get_bind().dialect.name == "sqlite":
        for guard in GUARDS:
            op.execute(sa.text(guard))


def downgrade() -> None:
    raise NotImplementedError("A file is never taken back; restore the backup made before.")

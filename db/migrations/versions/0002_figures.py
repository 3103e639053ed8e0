"""Derived measures, a glossary, charts and their steps, words, mappings and collections."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002_0.2.0"
down_revision = "0001_0.1.0"

BOOLEAN, DATE, INTEGER = sa.Boolean(), sa.Date(), sa.Integer()
MOMENT, TEXT, UUID = sa.DateTime(timezone=True), sa.String(), sa.Uuid()


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


def place() -> tuple[Any, Any]:
    return need("place_kind", text(40)), need("place_code", TEXT, index=True)


# fmt: off
TABLES: tuple[tuple[Any, ...], ...] = (
    ("term",
     key("id", UUID), may("area_id", UUID, "dfj_area.id", index=True),
     need("measure_id", UUID, "measure.id", index=True), need("body", TEXT), need("words", TEXT),
     need("folded", TEXT, index=True), need("note", TEXT), need("source", TEXT)),
    ("chart_plan",
     key("id", UUID), need("measure_id", UUID, "measure.id", index=True), *place(),
     need("rules", TEXT), may("fix_after", INTEGER), need("screen_outliers", BOOLEAN)),
    ("chart_step",
     key("id", UUID), need("measure_id", UUID, "measure.id", index=True), *place(),
     need("starts", DATE), need("reason", TEXT), may("action_id", UUID, "action.id"),
     may("project_id", UUID, "project.id")),
    ("narrative",
     key("id", UUID), may("measure_id", UUID, "measure.id", index=True), *place(),
     need("publisher", TEXT), need("rhythm", TEXT), need("text", TEXT), need("figures", text(64)),
     need("written_at", MOMENT)),
    ("neighbour",
     key("id", UUID), need("area_id", UUID, "dfj_area.id", index=True),
     need("neighbour_id", UUID, "dfj_area.id"), need("reason", TEXT)),
    ("file_mapping",
     key("id", UUID), need("shape", text(64), index=True), need("name", TEXT),
     need("publisher", TEXT), need("file_name", TEXT), need("used_at", MOMENT),
     need("rules", TEXT), need("seen", TEXT)),
    ("collection",
     key("id", UUID), need("area_id", UUID, "dfj_area.id", index=True), need("starts", DATE),
     need("ends", DATE), need("due", DATE), need("note", TEXT)),
    ("respondent",
     key("id", UUID), need("area_id", UUID, "dfj_area.id", index=True),
     need("authority_id", UUID, "local_authority.id", index=True), need("name", TEXT),
     need("email", TEXT)),
    ("collection_return",
     key("id", UUID), need("collection_id", UUID, "collection.id", index=True),
     need("authority_id", UUID, "local_authority.id", index=True), need("received_at", MOMENT),
     need("file_name", TEXT), need("sha256", text(64)), may("snapshot_id", UUID, "snapshot.id"),
     need("complete", BOOLEAN), need("report", TEXT)),
)
# fmt: on


SERIES = [
    *("measure_id", "place_kind", "current", "place_code"),
    *("publisher", "period_start", "period_end", "value", "marker"),
]


def upgrade() -> None:
    for name in ("formula", "base"):
        op.add_column("measure", need(name, TEXT, server_default=""))
    op.drop_index("ix_observation_measure_id", "observation")
    op.create_index("ix_observation_series", "observation", SERIES)
    for name, *parts in TABLES:
        op.create_table(name, *parts)


def downgrade() -> None:
    raise NotImplementedError("A file is never taken back; restore the backup made before.")

"""What every table shares: its id, and how enums and exact figures are stored."""

from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID, uuid4, uuid5

from sqlalchemy import Dialect, String, TypeDecorator
from sqlalchemy import Enum as EnumColumn
from sqlmodel import Field, SQLModel
from typing_extensions import override

Choice = TypeVar("Choice", bound=StrEnum)
FACTS = UUID("6b8f1c52-3f0e-4e3a-9a51-2c3d9a7c0f43")


class Row(SQLModel):
    """A row that a change can name: its id is made before the insert, and never reused."""

    # The checks of a table are built when it is first written to, not at every start.
    model_config = {"defer_build": True}

    id: UUID = Field(default_factory=uuid4, primary_key=True)


class ExactFigure(TypeDecorator[Decimal]):
    """Stores a Decimal as its own digits, so that 0.10 stays 0.10 in every database."""

    impl = String(40)
    cache_ok = True

    @override
    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        return None if value is None else format(value, "f")

    @override
    def process_result_value(self, value: Any | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


def choice(kind: type[Choice]) -> EnumColumn:
    """Return the column type that stores an enum by its value, in words a person can read."""
    return EnumColumn(
        kind,
        native_enum=False,
        length=40,
        values_callable=lambda members: [member.value for member in members],
    )


def fact_id(*key: str) -> UUID:
    """Return the id of a reference fact: the same natural key, the same id on every machine."""
    return uuid5(FACTS, "|".join(key))

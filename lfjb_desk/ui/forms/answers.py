"""How the answer of a form becomes what a service takes."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Container

    from _typeshed import DataclassInstance


def fields_of(answer: DataclassInstance, taken: Container[str]) -> dict[str, Any]:
    """Return those fields of an answer that a service takes, by name and in their order.

    Args:
        answer: what a form was answered with.
        taken: the names that the service takes, as the annotations of its typed dictionary.
    """
    return {
        field.name: getattr(answer, field.name)
        for field in dataclasses.fields(answer)
        if field.name in taken
    }

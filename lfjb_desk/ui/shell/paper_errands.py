"""Errands to the Papers page that name what the paper is of."""

from __future__ import annotations

from uuid import UUID

from lfjb_desk.domain.read_models.governance.governing_documents import ComparedVersions
from lfjb_desk.services.papers.registry import TERMS_COMPARISON


def comparison_errand(versions: ComparedVersions) -> str:
    """Return the errand of saving the comparison of two versions of a governing document."""
    return f"{TERMS_COMPARISON.key} {versions.before} {versions.after}"


def read_errand(errand: str) -> tuple[str, ComparedVersions | None]:
    """Return the key of the paper that an errand is to save, and the versions that it names."""
    key, *named = errand.split(" ")
    return key, ComparedVersions(*map(UUID, named)) if named else None

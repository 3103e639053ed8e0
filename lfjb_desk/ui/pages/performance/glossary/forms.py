"""The form of a term of the glossary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.common import lengths
from lfjb_desk.ui.widgets.form.fields import Choice, Field, FieldKind
from lfjb_desk.ui.widgets.form.form import Form

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from lfjb_desk.domain.figures.figures import Measure
    from lfjb_desk.domain.places import LocalAuthority
    from lfjb_desk.services.imports.glossary import TermLine

EVERYONE = "everyone"


def _tr(text: str) -> str:
    return QCoreApplication.translate("TermForms", text)


@dataclass(frozen=True)
class TermWordsAnswer:
    """Which words mean which measure, who says so, and what is counted."""

    words: str
    measure_id: UUID
    body: str
    """The code of the authority that says so; `EVERYONE` for all."""
    note: str


def term(
    measures: Sequence[Measure],
    authorities: Sequence[LocalAuthority],
    existing: TermLine | None = None,
    measure: object = None,
) -> Form[TermWordsAnswer]:
    """Return the form that adds a term, or changes the one that is held."""
    known = tuple(Choice(measure.id, measure.name, measure.unit) for measure in measures)
    fields = (
        Field(
            "words",
            _tr("The words"),
            value=existing.words if existing else None,
            required=True,
            longest=lengths.PUBLISHED_WORDS,
            help=_tr("As they stand in a file, such as New issues"),
        ),
        Field(
            "measure_id",
            _tr("The measure that they mean"),
            FieldKind.CHOICE,
            value=existing.measure_id if existing else measure,
            choices=known,
            required=True,
        ),
        Field(
            "body",
            _tr("Who says so"),
            FieldKind.CHOICE,
            value=(existing.body or EVERYONE) if existing else EVERYONE,
            choices=_bodies(authorities, existing),
            required=True,
        ),
        Field(
            "note",
            _tr("What it includes or leaves out"),
            FieldKind.LONG,
            value=existing.note if existing else None,
        ),
    )
    if existing is None:
        return Form(_tr("New term"), fields, TermWordsAnswer, save=_tr("Add term"))
    return Form(_tr("Change the term {0}").format(existing.words), fields, TermWordsAnswer)


def _bodies(authorities: Sequence[LocalAuthority], existing: TermLine | None) -> tuple[Choice, ...]:
    """Return who may say a term: everyone, an authority, or the publisher that says it now."""
    bodies = [
        Choice(EVERYONE, _tr("Everyone")),
        *(Choice(authority.gss_code, authority.name) for authority in authorities),
    ]
    if (
        existing is not None
        and existing.body
        and existing.body not in {body.value for body in bodies}
    ):
        bodies.append(Choice(existing.body, existing.body_name))
    return tuple(bodies)

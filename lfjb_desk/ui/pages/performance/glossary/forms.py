"""The form of a term of the glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.common import lengths
from lfjb_desk.ui.widgets.fields import Choice, Field, FieldKind
from lfjb_desk.ui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.domain.figures.figures import Measure
    from lfjb_desk.domain.places import LocalAuthority
    from lfjb_desk.services.imports.glossary import TermLine

EVERYONE = "everyone"


def _tr(text: str) -> str:
    return QCoreApplication.translate("TermForms", text)


def term(
    measures: Sequence[Measure],
    authorities: Sequence[LocalAuthority],
    held: TermLine | None = None,
    measure: object = None,
) -> Form:
    """Return the form that adds a term, or changes the one that is held."""
    known = tuple(Choice(one.id, one.name, one.unit) for one in measures)
    fields = (
        Field(
            "words",
            _tr("The words"),
            value=held.words if held else None,
            required=True,
            longest=lengths.PUBLISHED_WORDS,
            help=_tr("As they stand in a file, such as New issues"),
        ),
        Field(
            "measure_id",
            _tr("The measure that they mean"),
            FieldKind.CHOICE,
            value=held.measure_id if held else measure,
            choices=known,
            required=True,
        ),
        Field(
            "body",
            _tr("Who says so"),
            FieldKind.CHOICE,
            value=(held.body or EVERYONE) if held else EVERYONE,
            choices=_bodies(authorities, held),
            required=True,
        ),
        Field(
            "note",
            _tr("What it includes or leaves out"),
            FieldKind.LONG,
            value=held.note if held else None,
        ),
    )
    if held is None:
        return Form(_tr("New term"), fields, save=_tr("Add term"))
    return Form(_tr("Change the term {0}").format(held.words), fields)


def _bodies(authorities: Sequence[LocalAuthority], held: TermLine | None) -> tuple[Choice, ...]:
    """Return who may say a term: everyone, an authority, or the publisher that says it now."""
    bodies = [
        Choice(EVERYONE, _tr("Everyone")),
        *(Choice(one.gss_code, one.name) for one in authorities),
    ]
    if held is not None and held.body and held.body not in {one.value for one in bodies}:
        bodies.append(Choice(held.body, held.body_name))
    return tuple(bodies)

"""The narrative of a place over all its measures, beside its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.ui.pages.performance.narrative_card import NarrativeCard, Subject

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from lfjb_desk.domain.changes import Change
    from lfjb_desk.domain.read_models.figures.series import Series
    from lfjb_desk.services.figures.narratives import NarrativeService
    from lfjb_desk.ui.pages.performance.locations import Location
    from lfjb_desk.ui.shell.contract import Desk


class PlaceNarrativeCard(NarrativeCard):
    """Says in short what the figures of a place say together."""

    def __init__(self, desk: Desk, heading: str, edit: str, narratives: NarrativeService) -> None:
        super().__init__(desk, heading, edit)
        self._ask = narratives

    def show_place(self, location: Location, series: Sequence[Series]) -> None:
        """Show what is said of a place whose figures have been loaded."""
        ask, today = self._ask, self._desk.context.today

        def write(text: str, now: datetime) -> Change:
            return ask.write_for_place(location.kind, location.code, text, today, now)

        def withdraw() -> Change:
            return ask.withdraw_for_place(location.kind, location.code)

        narrative = ask.for_place(location.kind, location.code, today, series)
        self.show_narrative(Subject(location.name, write, withdraw), narrative)

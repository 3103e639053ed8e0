"""Questions to the words that people wrote about figures."""

from uuid import UUID

from sqlmodel import Session, select

from lfjb_desk.domain.figures.charts import Narrative
from lfjb_desk.domain.places import PlaceKind


def written(
    session: Session,
    measure_id: UUID | None,
    kind: PlaceKind,
    code: str,
    series_key: tuple[str, str] = ("", ""),
) -> Narrative | None:
    """Return what a person wrote of a measure in a place, or None.

    The strand is a publisher and a frequency; both empty, and no measure, for words about a place.
    """
    publisher, frequency = series_key
    about = (measure_id, publisher, frequency)
    # All of a place in one question: a report asks for each of its measures.
    of_place = session.exec(
        select(Narrative).where(Narrative.place_kind == kind, Narrative.place_code == code)
    )
    return next(
        (row for row in of_place if (row.measure_id, row.publisher, row.frequency) == about), None
    )

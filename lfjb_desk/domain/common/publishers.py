"""Who publishes the figures that every board uses, and under which licence."""

CAFCASS = "Cafcass"
FCSQ = "FCSQ"
IN_FULL = {FCSQ: "Family Court Statistics Quarterly (FCSQ)"}
"""What papers call a publisher whose short name a lay reader does not know."""
HMCTS = "HMCTS management information"
INVENTED = "Invented for the sample board"
"""What stands for a publisher where nobody published: every page and paper that shows a figure
names its publisher, and so says that the figure is made up."""
OPEN_GOVERNMENT = frozenset({CAFCASS, FCSQ, HMCTS})
"""Those whose own files stand under the Open Government Licence; of no one else is it known."""
OPEN_SITES = frozenset(
    {
        "gov.uk",
        "www.gov.uk",
        "assets.publishing.service.gov.uk",
        "cafcass.gov.uk",
        "www.cafcass.gov.uk",
    }
)
"""Their own places on the web: what others reported of their figures stands under no licence."""
NOT_STATED = "Publisher not stated"
"""Stands as publisher for a file that does not say who published it."""


def told_name(measure: str, publisher: str) -> str:
    """Return what a series of a measure is called: with the word that it is invented where it is.

    Args:
        measure: the name of the measure.
        publisher: who publishes its figures, or those that they are worked out from.
    """
    return f"{measure} (invented)" if INVENTED in publisher else measure


def is_stated(publisher: str) -> bool:
    """Tell whether somebody is named as publisher of figures, or of what they rest on."""
    return bool(publisher.strip()) and NOT_STATED not in publisher

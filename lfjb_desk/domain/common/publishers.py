"""Who publishes the figures that every board uses, and under which licence."""

CAFCASS = "Cafcass"
FCSQ = "FCSQ"
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

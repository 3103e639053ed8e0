"""Who publishes the figures that every board uses, and under which licence."""

CAFCASS = "Cafcass"
FCSQ = "FCSQ"
HMCTS = "HMCTS management information"
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

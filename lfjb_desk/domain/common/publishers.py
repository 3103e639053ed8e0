"""Who publishes the figures that every board uses, and under which licence."""

CAFCASS = "Cafcass"
FCSQ = "FCSQ"
HMCTS = "HMCTS management information"
OPEN_GOVERNMENT = frozenset({CAFCASS, FCSQ, HMCTS})
"""Those whose figures stand under the Open Government Licence; of no one else is it known."""

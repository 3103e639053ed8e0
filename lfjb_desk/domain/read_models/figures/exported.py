"""The table in which the desk hands its figures out, and knows them again."""

HEADINGS = (
    "Place",
    "Kind of place",
    "Measure",
    "Measure code",
    "Unit",
    "Period",
    "First day",
    "Last day",
    "Figure",
    "Marker",
    "Publisher",
    "Source",
)
NO_MARKER = "none"
"""Stands in the column Marker where nothing was published beside the figure."""
NOT_STATED = "not stated"
"""Stands where a publisher or a source is not known."""

"""How long what people type may be, in letters; tables, services and forms all read it here."""

NAME = 200
"""A name or a title: of a person, a body, a group, a seat, a document, an item, a project."""
ACTION = 300
"""What is to be done: an action's title tells the whole of it."""
REFERENCE = 20
"""The reference of an action or a decision, such as ESST-A-001."""
MEASURE_CODE = 60
"""The short name of a measure, such as open_over_52."""
FORMULA = 160
"""How a measure follows from others."""
STEP_REASON = 200
"""Why the limits of a chart step; it stands on the chart."""
PUBLISHED_WORDS = 200
"""What a publisher calls a measure, as the glossary keeps it."""
COVER_NOTE = 1_000
"""What the cover of a return sheet tells."""
NARRATIVE = 4_000
"""What is told of a measure; about 600 words, so that it is read."""
PAPER_KIND = 40
"""The key of a kind of paper, such as board-paper."""
DIGEST = 64
"""A SHA-256 digest in hexadecimal digits."""

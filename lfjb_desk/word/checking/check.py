"""The accessibility check of a Word paper, run on every save and on any file."""

from pathlib import Path

from lfjb_desk.word.checking.findings import Finding, OpenedPaper
from lfjb_desk.word.checking.rules_parts import (
    about_headers_and_footers,
    about_links,
    about_pairs,
    about_pictures,
)
from lfjb_desk.word.checking.rules_tables import about_tables
from lfjb_desk.word.checking.rules_text import (
    about_contrast,
    about_headings,
    about_paragraphs,
    about_size,
    about_the_file,
)
from lfjb_desk.word.front_door import word_file

__all__ = ["Finding", "check"]

_RULES = (
    about_the_file,
    about_headings,
    about_paragraphs,
    about_size,
    about_contrast,
    about_tables,
    about_pictures,
    about_links,
    about_pairs,
)


def check(source: Path | bytes, marking: str = "") -> tuple[Finding, ...]:
    """Return every fault of a Word paper; none means that it may be sent.

    `marking` is what headers and footers must carry; without one that rule is left out.

    Raises:
        RuleError: when the file is missing, damaged, foreign, or a trap.
    """
    paper = OpenedPaper(word_file(source).parts)
    findings = [finding for rule in _RULES for finding in rule(paper)]
    return (*findings, *about_headers_and_footers(paper, marking.strip()))

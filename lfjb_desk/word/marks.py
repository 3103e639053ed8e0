"""How the boxes of a form say which reference they belong to: written into it, and read back."""

import re

CAPTION = "Answers for {0}"
"""The title of the table."""
HEAD = "reference"
"""The name of the control in which the reference itself stands."""

_TAG = "lfjb"
_CAPTION = re.compile(r"Answers for (\S+)")
_TITLE = re.compile(r"(\S+): .+")
_BOOKMARK = re.compile(r"lfjb_([A-Z]+_[A-Z]_\d+_[A-Z])_\w+")


def tag_of(reference: str, name: str) -> str:
    """Return the tag of a box."""
    return f"{_TAG}:{name}:{reference}"


def title_of(reference: str, name: str) -> str:
    """Return the title of a box, which a screen reader speaks."""
    return f"{reference}: {name}"


def bookmark_of(reference: str, name: str) -> str:
    """Return the bookmark round what stands before a box, which LibreOffice keeps."""
    return f"lfjb_{reference.replace('-', '_')}_{name}"


def reference_of_tag(tag: str) -> str:
    """Return the reference that a tag names; empty where it is none of ours."""
    parts = tag.split(":")
    return parts[2] if len(parts) == 3 and parts[0] == _TAG else ""  # noqa: PLR2004 - as written


def reference_of_title(title: str) -> str:
    """Return the reference that the title of a box names, or nothing."""
    match = _TITLE.fullmatch(title)
    return match[1] if match else ""


def reference_of_bookmark(name: str) -> str:
    """Return the reference that a bookmark names, or nothing."""
    match = _BOOKMARK.fullmatch(name)
    return match[1].replace("_", "-") if match else ""


def reference_of_caption(title: str) -> str:
    """Return the reference that the title of a table names, or nothing."""
    match = _CAPTION.fullmatch(title)
    return match[1] if match else ""

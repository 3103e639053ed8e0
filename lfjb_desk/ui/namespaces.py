"""The one place that changes how Python imports: PySide6's own way is kept out, and lent again.

PySide6 looks into the source of each module imported after it for a switch that we do not use;
with the plain import back, the first paint comes a sixth sooner.
"""

from __future__ import annotations

import builtins
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def plain_imports() -> Iterator[None]:
    """Put the plain import back at the end, though PySide6 was imported and put its own there."""
    plain = builtins.__import__
    try:
        yield
    finally:
        builtins.__import__ = plain


@contextmanager
def whole_namespaces() -> Iterator[None]:
    """Let `from PySide6.QtCore import *` give every name, though the plain import is in place.

    PySide6 makes its names one by one as they are asked for; only its own import notices that
    somebody asks for all of them.
    """
    usual = builtins.__import__
    builtins.__import__ = getattr(builtins, "__feature_import__", usual)
    try:
        yield
    finally:
        builtins.__import__ = usual

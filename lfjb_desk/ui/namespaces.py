"""PySide6's own way of importing, for libraries that take one of its namespaces whole."""

from __future__ import annotations

import builtins
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


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

"""One file for each kind of table that the desk knows, and how they are found."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lfjb_desk.importers.extract import Layout


@cache
def all_layouts() -> tuple[Layout, ...]:
    """Return the layout of every file here and below that holds one, the general ones last."""
    names = sorted(entry.name for entry in pkgutil.walk_packages(__path__, f"{__name__}."))
    modules = [importlib.import_module(name) for name in names]
    layouts: list[Layout] = [module.LAYOUT for module in modules if hasattr(module, "LAYOUT")]
    return tuple(sorted(layouts, key=lambda layout: layout.general))

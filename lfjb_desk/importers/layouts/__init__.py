"""One file for each kind of table that the desk knows, and how they are found."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING

from lfjb_desk.importers.extract import Published

if TYPE_CHECKING:
    from lfjb_desk.importers.extract import Layout

BETWEEN_NAMES = "; "
"""Stands between the names of the layouts, where one file holds tables of several."""


@cache
def all_layouts() -> tuple[Layout, ...]:
    """Return the layout of every file here and below that holds one, the general ones last."""
    names = sorted(entry.name for entry in pkgutil.walk_packages(__path__, f"{__name__}."))
    modules = [importlib.import_module(name) for name in names]
    layouts: list[Layout] = [module.LAYOUT for module in modules if hasattr(module, "LAYOUT")]
    return tuple(sorted(layouts, key=lambda layout: layout.general))


def published(names: str) -> Published:
    """Return how sure it is that a file is a publisher's own, of the layouts that read it.

    Args:
        names: Of the layouts, as `Reading.layout` holds them.
    """
    known = {layout.name: layout.published for layout in all_layouts()}
    return min(known.get(name, Published.NEVER) for name in names.split(BETWEEN_NAMES))

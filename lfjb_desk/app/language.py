"""The language of the window: what LFJB_LANGUAGE says, else the system's, where we have it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from lfjb_desk.ui.namespaces import plain_imports

with plain_imports():
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtCore import QCoreApplication

SOURCE = "en"
"""The language that the program is written in; it needs no file."""
OURS, OF_QT = "lfjb_desk", "qtbase"
"""What the files of our texts and of Qt's own begin with."""


def wanted_languages() -> Sequence[str]:
    """Return the languages that the user reads, the best first, such as `cy-GB` and `en-GB`."""
    chosen = os.environ.get("LFJB_LANGUAGE", "")
    return (chosen,) if chosen else QLocale.system().uiLanguages()


def translate(application: QCoreApplication, folder: Path, languages: Sequence[str]) -> str:
    """Let an application speak the first of the languages that we have, Qt's own words too.

    Returns:
        The language; empty for the one that the program is written in.
    """
    for language in (tag.replace("-", "_") for tag in languages):
        ours = _from_file(application, folder / f"{OURS}_{language}.qm")
        if ours is None and language.partition("_")[0] == SOURCE:
            return ""
        ours = ours or _from_file(application, folder / f"{OURS}_{language.partition('_')[0]}.qm")
        if ours is not None:
            qts = QTranslator(application)
            shipped = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            if qts.load(f"{OF_QT}_{language}", shipped):
                application.installTranslator(qts)
            # The last one is asked first, so ours go before Qt's.
            application.installTranslator(ours)
            return language
    return ""


def _from_file(application: QCoreApplication, file: Path) -> QTranslator | None:
    """Return the texts of a file; None where there is none, or it is not one of Qt's."""
    if not file.is_file():
        return None
    texts = QTranslator(application)
    return texts if texts.load(str(file)) else None

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from lfjb_desk.ui.pages.papers.opening import open_in_system

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_the_system_is_asked_to_open_a_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[QUrl] = []

    def note(url: QUrl) -> bool:
        asked.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    assert open_in_system(tmp_path)
    assert asked == [QUrl.fromLocalFile(str(tmp_path))]

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QDesktopServices
from sqlmodel import SQLModel

from lfjb_desk.domain.changes import added, change
from lfjb_desk.services.kept_files import KeptFileService
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.engine.sqlite import memory_engine
from lfjb_desk.ui.kept_files import KeptFileOpener
from tests.ui.conftest import TODAY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtCore import QUrl

    from lfjb_desk.ui.shell.contract import Desk


@pytest.fixture
def files(tmp_path: Path) -> Iterator[KeptFileService]:
    engine = memory_engine()
    SQLModel.metadata.create_all(engine)
    database = Database(engine, place=tmp_path / "board.lfjb")
    yield KeptFileService(database)
    database.close()


def test_a_kept_file_is_opened_as_a_copy_and_one_that_was_altered_is_refused(
    desk: Desk, files: KeptFileService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "Paper.pdf"
    source.write_bytes(b"%PDF-1.7 invented")
    row = files.keep(source, TODAY)
    files._database.apply(change("Keep it", row, [added(row)]))
    asked: list[str] = []
    refusals: list[str] = []
    desk.notices.refused.connect(refusals.append)

    def note(url: QUrl) -> bool:
        asked.append(url.toLocalFile())
        return len(asked) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    parent = QObject()
    opener = KeptFileOpener(desk, files, parent)
    opener.open(row.id)
    assert asked[0].endswith("/Paper.pdf")
    assert not asked[0].startswith(str(tmp_path / "board.lfjb-files"))
    assert refusals == []
    opener.open(row.id)
    assert "No program here opens Paper.pdf" in refusals[-1]
    (tmp_path / "board.lfjb-files" / row.sha256).write_bytes(b"other")
    opener.open(row.id)
    assert "altered" in refusals[-1]
    assert len(asked) == 2

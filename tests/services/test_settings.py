from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from pydantic import ValidationError

from lfjb_desk.services.settings import Settings, SettingsFile

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_kept_is_there_at_the_next_start(tmp_path: Path) -> None:
    path, area = tmp_path / "settings.toml", uuid4()
    SettingsFile(path).keep(look="dark", area_id=area)
    again = SettingsFile(path).settings
    assert (again.look, again.area_id, again.group_id) == ("dark", area, None)
    assert list(tmp_path.iterdir()) == [path], "nothing is left beside it"


@pytest.mark.parametrize(
    "content", [b"", b"look = 'purple'", b"= broken", b"\xff\xfe", b"unknown = 1"]
)
def test_a_file_that_cannot_be_understood_counts_as_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    assert SettingsFile(path).settings == Settings()


def test_a_value_out_of_range_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.toml")
    with pytest.raises(ValidationError):
        file.keep(text_percent=900)
    assert file.settings == Settings()
    assert list(tmp_path.iterdir()) == []

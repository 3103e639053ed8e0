"""Settings: what the user prefers, kept in one small file beside the data."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Literal
from uuid import UUID

import tomli_w
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from lfjb_desk.domain.common.files import save_whole

if TYPE_CHECKING:
    from pathlib import Path


class Settings(BaseModel):
    """What the user prefers."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    look: Literal["system", "light", "dark"] = "system"
    text_percent: int = Field(default=100, ge=100, le=200)
    area_id: UUID | None = None
    group_id: UUID | None = None
    window: tuple[int, int, int, int] | None = None
    """Left, top, width and height of the window while it is not maximised, in pixels."""
    window_is_maximised: bool = False


class SettingsFile:
    """The settings in a TOML file; a file that cannot be read counts as none."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.settings = self._read()

    def keep(self, **values: object) -> Settings:
        """Change some settings and write them all.

        Raises:
            ValidationError: when a value is out of its range; nothing is written.
            OSError: when the folder cannot be written to.
        """
        settings = Settings.model_validate({**self.settings.model_dump(), **values})
        text = tomli_w.dumps(settings.model_dump(mode="json", exclude_none=True))
        self._path.parent.mkdir(parents=True, exist_ok=True)
        save_whole(self._path, text.encode())
        self.settings = settings
        return settings

    def _read(self) -> Settings:
        try:
            return Settings.model_validate(tomllib.loads(self._path.read_text(encoding="utf-8")))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, ValidationError):
            return Settings()

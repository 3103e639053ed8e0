"""What tests of the command line share: folders of their own, and a run that tells what it said."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from lfjb_desk.app import board
from lfjb_desk.app.environment import Environment, places
from lfjb_desk.cli import main
from lfjb_desk.services.sample.sample import SampleService

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Told:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """Return what it printed as JSON."""
        return json.loads(self.out)


@pytest.fixture(autouse=True)
def where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Environment:
    """A home of the test's own; nothing of the person running it is touched."""
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: tmp_path / "data")
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: tmp_path / "documents")
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_, **__: tmp_path / "config")
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_, **__: tmp_path / "logs")
    monkeypatch.delenv("LFJB_DATABASE", raising=False)
    return places()


@pytest.fixture
def desk(capsys: pytest.CaptureFixture[str]) -> Callable[..., Told]:
    """Runs a command in this process."""

    def run(*arguments: object) -> Told:
        code = main([str(one) for one in ("--today", TODAY, *arguments)])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return Told(code, said.out, said.err)

    return run


@pytest.fixture
def with_sample(where: Environment) -> Environment:
    """A database that holds the sample board."""
    with board.opened(where) as database:
        sample = SampleService(database, ROOT / "resources/sample", ROOT / "db/reference")
        database.apply(sample.build(TODAY))
    return where


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A plain long table: two figures, a marker, an unknown area and a cell of rubbish."""
    path = tmp_path / "weeks.csv"
    path.write_text(
        "DFJ area,Period,Measure,Value\n"
        "Birmingham,2024 Q1,s31_mean_weeks,41.5\n"
        "Birmingham,2024 Q2,s31_mean_weeks,[x]\n"
        "Essex and Suffolk,2024 Q1,s31_mean_weeks,39\n"
        "Atlantis,2024 Q1,s31_mean_weeks,12\n"
        "Birmingham,2024 Q3,s31_mean_weeks,rubbish\n",
        encoding="utf-8",
    )
    return path

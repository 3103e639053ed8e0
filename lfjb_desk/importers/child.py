"""The process that reads one file within limits, and answers in lines of JSON.

Arguments: bytes of memory, seconds of processor time, the file, and `sheets` where its sheets
are to be shown as they are, or `list` where they are those of a list of people or actions. Each
line it writes is an object with one key: `progress`, `refused` (one sentence), `unknown` (the
same, for a file that a person may explain), `reading` or `sheets`.
It imports no window and no database.
"""

from __future__ import annotations

import dataclasses
import gc
import json
import sys
from datetime import date
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from lfjb_desk.importers.figures import Figure, ImportRefusedError, NotRecognisedError
from lfjb_desk.importers.reader import read
from lfjb_desk.importers.reading.front_door import SAFE
from lfjb_desk.intake.limits import limit_this_process

if TYPE_CHECKING:
    from collections.abc import Callable

SHEETS = "sheets"
LIST = "list"
_FIGURE = tuple(field.name for field in dataclasses.fields(Figure))
_VALUES = attrgetter(*_FIGURE)
_iso = lru_cache(maxsize=1_000)(date.isoformat)


def main(arguments: list[str], out: IO[str]) -> None:
    """Read the file that the arguments name, and write what came of it."""
    memory, cpu, path, *what = arguments
    limit_this_process(int(memory), int(cpu))
    gc.disable()  # the process ends with its file; its memory is limited by other means
    answer(Path(path), out, as_sheets=what == [SHEETS], as_list=what == [LIST])


def answer(path: Path, out: IO[str], *, as_sheets: bool = False, as_list: bool = False) -> None:
    """Write the progress and the outcome of reading a file, or of opening it to look at."""
    is_shown = as_sheets or as_list

    def say(key: str, value: Any) -> None:
        out.write(json.dumps({key: value}, default=_plain) + "\n")
        out.flush()

    def tell(sentence: str) -> None:
        say("progress", sentence)

    try:
        outcome: Any = _sheets(path, tell, as_list=as_list) if is_shown else read(path, tell)
    except NotRecognisedError as error:
        say("unknown", [str(error), *error.looked_for])
    except ImportRefusedError as error:
        say("refused", str(error))
    except MemoryError:
        say(
            "refused",
            f"{path.name} needs too much memory to read. {SAFE} Save only the sheet you need.",
        )
    except OSError as error:
        say("refused", f"{path.name} cannot be opened: {error.strerror or error}. {SAFE}")
    else:
        say(SHEETS if is_shown else "reading", outcome)


def _sheets(path: Path, tell: Callable[[str], None], *, as_list: bool) -> Any:
    # Few files are looked at as they are, and the others need not wait for it to load.
    from lfjb_desk.importers.mapping.opening import view  # noqa: PLC0415
    from lfjb_desk.importers.mapping.sheets import as_plain  # noqa: PLC0415

    return as_plain(view(path, tell, as_list=as_list))


def _plain(value: Any) -> Any:
    """Return what JSON can hold of a result: its fields, a figure as text, a date as ISO."""
    if isinstance(value, Figure):  # of which there may be tens of thousands
        number = value.value
        fields = dict(zip(_FIGURE, _VALUES(value), strict=True))
        fields["period_start"], fields["period_end"] = (
            _iso(value.period_start),
            _iso(value.period_end),
        )
        fields["value"] = None if number is None else f"{number:f}"
        return fields
    if dataclasses.is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    raise TypeError(f"{type(value).__name__} is no part of a reading")


if __name__ == "__main__":
    main(sys.argv[1:], sys.stdout)

"""The process that looks at one Word file within limits, and answers in one line of JSON.

Arguments: bytes of memory, seconds of processor time, the file, the task, and for the task
`check` the marking that its header must carry, which may be empty. The answer is an object with
one key: `findings` for `check`, `form` for `form`, `document` for `read`, `review` for `review`,
or `refused` (one sentence). It imports no window and no database.
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import IO

from pydantic import TypeAdapter

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.intake.limits import limit_this_process
from lfjb_desk.word.checking.check import check
from lfjb_desk.word.reading.document import read_document
from lfjb_desk.word.reading.form import read_form
from lfjb_desk.word.reading.reviewed import ReviewedPaper
from lfjb_desk.word.reading.tracked import read_reviewed

CHECK, FORM, READ, REVIEW = "check", "form", "read", "review"


def main(arguments: list[str], out: IO[str]) -> None:
    """Look at the file that the arguments name, and write what came of it."""
    memory, cpu, path, task, marking = arguments
    limit_this_process(int(memory), int(cpu))
    out.write(json.dumps(_answer(Path(path), task, marking), default=vars) + "\n")
    out.flush()


def _answer(path: Path, task: str, marking: str) -> dict[str, object]:
    try:
        if task == FORM:
            return {"form": read_form(path)}
        if task == READ:
            return {"document": asdict(read_document(path))}
        if task == REVIEW:
            return {"review": _plain(read_reviewed(path))}
        return {"findings": [asdict(finding) for finding in check(path, marking)]}
    except RuleError as error:
        return {"refused": str(error)}
    except MemoryError:
        return {"refused": f"“{path.name}” needs too much memory to read; nothing was changed."}


def _plain(paper: ReviewedPaper) -> object:
    """Return a paper as JSON has it: its days as text."""
    return TypeAdapter(ReviewedPaper).dump_python(paper, mode="json")


if __name__ == "__main__":
    main(sys.argv[1:], sys.stdout)

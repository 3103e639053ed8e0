"""The process that checks one Word file within limits, and answers in one line of JSON.

Arguments: bytes of memory, seconds of processor time, the file, and the marking that its header
must carry, which may be empty. The answer is an object with one key: `findings`, or `refused`
(one sentence). It imports no window and no database.
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import IO

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.intake.limits import limit_this_process
from lfjb_desk.word.checking.check import check


def main(arguments: list[str], out: IO[str]) -> None:
    """Check the file that the arguments name, and write what came of it."""
    memory, cpu, path, marking = arguments
    limit_this_process(int(memory), int(cpu))
    out.write(json.dumps(_answer(Path(path), marking)) + "\n")
    out.flush()


def _answer(path: Path, marking: str) -> dict[str, object]:
    try:
        return {"findings": [asdict(finding) for finding in check(path, marking)]}
    except RuleError as error:
        return {"refused": str(error)}
    except MemoryError:
        return {"refused": f"“{path.name}” needs too much memory to read; it was not checked."}


if __name__ == "__main__":
    main(sys.argv[1:], sys.stdout)

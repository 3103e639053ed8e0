"""What the tests need of LibreOffice."""

import shutil
import sys
from pathlib import Path

import pytest


def lacks_calc() -> bool:
    """Return whether the part for workbooks is missing; Writer may stand alone."""
    office = shutil.which("soffice")
    if office is None:
        return True
    return sys.platform == "linux" and not Path(office).resolve().with_name("libsclo.so").exists()


needs_calc = pytest.mark.skipif(
    lacks_calc(), reason="LibreOffice Calc is not installed; make test installs it"
)

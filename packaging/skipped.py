"""Names each test that was skipped, with its reason: skipped.py REPORT.xml ..."""

import sys
from collections.abc import Iterator

from lxml import etree


def skipped(report: str) -> Iterator[str]:
    """Yield the tests that a report of pytest in JUnit's form says were skipped."""
    for case in etree.parse(report).iter("testcase"):
        for said in case.iterfind("skipped[@type='pytest.skip']"):
            yield f"{case.get('classname')}: {case.get('name')}\n    {said.get('message')}"


def main(reports: list[str]) -> None:
    """Print the skipped tests of all reports, or that there was none."""
    found = [line for report in reports for line in skipped(report)]
    print(f"\nTests that were skipped: {len(found) or 'none'}")
    for line in found:
        print(f"  {line}")


if __name__ == "__main__":
    main(sys.argv[1:])

"""The registry of papers: each stands in it once, and says where it is offered."""

import subprocess
import sys

import pytest

from lfjb_desk.services.papers import registry
from lfjb_desk.services.papers.definition import PaperDefinition, PaperOffer


def test_each_paper_has_a_key_and_a_title_of_its_own() -> None:
    papers = registry.PAPERS
    assert len({paper.key for paper in papers}) == len({paper.title for paper in papers})
    assert list(registry.BY_KEY.values()) == list(papers)


@pytest.mark.parametrize(
    ("offers", "papers"),
    [
        ((PaperOffer.BEFORE_MEETING,), (registry.AGENDA,)),
        (
            (PaperOffer.BEFORE_MEETING, PaperOffer.BEFORE_BOARD_MEETING),
            (registry.AGENDA, registry.BOARD_PAPER),
        ),
        ((PaperOffer.AFTER_MEETING,), (registry.MINUTES,)),
        ((PaperOffer.DRIVERS,), (registry.DRIVERS,)),
    ],
)
def test_papers_are_offered_where_they_are_needed(
    offers: tuple[PaperOffer, ...], papers: tuple[PaperDefinition, ...]
) -> None:
    assert registry.offered(*offers) == papers


def test_a_paper_takes_a_meeting_or_an_authority_or_neither() -> None:
    takes = {
        paper.key: (paper.of_meeting, paper.takes_meeting, paper.takes_authority)
        for paper in registry.PAPERS
    }
    assert takes["minutes"] == (True, True, False)
    assert takes["action-log"] == (False, True, False)
    assert takes["performance"] == (False, False, True)
    assert takes["terms-of-reference"] == (False, False, False)
    assert [paper for paper in registry.PAPERS if paper.takes_versions] == [
        registry.TERMS_COMPARISON
    ]


def test_the_list_of_papers_brings_in_no_table_and_no_paper() -> None:
    command = (
        "import sys; from lfjb_desk.services.papers import registry;"
        "print([name for name in sys.modules if name.startswith(('sqlmodel', 'lfjb_desk.papers'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", command], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"

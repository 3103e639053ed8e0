"""What changed in a file since it was read: as facts, and then in words."""

from lfjb_desk.services.imports.changes_since import ChangesSince, RestatedFigure, sentences_of


def test_changes_are_said_in_sentences_and_long_lists_are_cut() -> None:
    figure = RestatedFigure("Kent", "2025 Q1", "46", "47 [r]")
    gone = tuple(f"P{number}" for number in range(10))

    assert sentences_of(ChangesSince(("Surrey",), gone, (figure,) * 2)) == (
        "New since it was last read: Surrey.",
        "No longer there: P0, P1, P2, P3, P4, P5, P6, P7, and 2 more.",
        "2 figures of earlier periods changed: "
        + "; ".join(["Kent, 2025 Q1: 46 is now 47 [r]"] * 2)
        + ".",
    )


def test_without_changes_nothing_is_said() -> None:
    assert sentences_of(ChangesSince((), (), ())) == ()

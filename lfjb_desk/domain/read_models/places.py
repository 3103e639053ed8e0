"""Places as a board works with them."""

from dataclasses import dataclass

from lfjb_desk.domain.places import LocalAuthority


@dataclass(frozen=True)
class AuthorityOfArea:
    """An authority of an area."""

    authority: LocalAuthority
    by_board: bool
    """Whether the board added it; the others are in the area by the reference facts."""

"""E-mail drafts to the authorities whose sheets are awaited; nothing is ever sent from here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import days_late, listed, long_date
from lfjb_desk.services.mail_drafts import Attachment, mail_draft

if TYPE_CHECKING:
    from datetime import date

    from lfjb_desk.domain.read_models.collection import ReturnStanding, SheetRespondent


def reminder(
    standing: ReturnStanding, area: str, quarter: str, due: date, sheet: tuple[str, bytes]
) -> bytes:
    """Return a draft that a mail program opens ready to send, with the sheet attached.

    `sheet` is the name and the bytes of the workbook. The draft has no sender: the mail program
    puts in whoever opens it. Where no respondent with an address is held it has no `To` either.
    """
    to = [("", respondent.email) for respondent in standing.respondents if respondent.email]
    subject = f"Quarterly collection for {quarter}: the sheet of {standing.authority}"
    return mail_draft(to, subject, _text(standing, area, quarter, due), [Attachment(*sheet)])


def _text(standing: ReturnStanding, area: str, quarter: str, due: date) -> str:
    return "\n\n".join(
        (
            f"Dear {_names(standing.respondents)},",
            (
                f"The figures of {standing.authority} for {quarter} were due on {long_date(due)}. "
                f"Today that is {days_late(standing.days_late)}."
            ),
            (
                "The sheet is attached, empty, in case the first one is not at hand. Please fill "
                "in the column Figure of each part and send the workbook back. Where a figure "
                "cannot be had, [x] says so, and a count of 1 to 4 is written as [c]."
            ),
            "If you have sent it in the meantime, thank you, and please leave this aside.",
            f"For the {area} Local Family Justice Board",
        )
    )


def _names(respondents: tuple[SheetRespondent, ...]) -> str:
    return listed(tuple(respondent.name for respondent in respondents)) or "colleague"

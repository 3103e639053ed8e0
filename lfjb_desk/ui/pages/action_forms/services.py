"""What the page of action forms asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lfjb_desk.services.action_forms.deciding import FormService
    from lfjb_desk.services.action_forms.reading import AnswerReadingService
    from lfjb_desk.services.action_forms.sending import FormSendingService


@dataclass(frozen=True)
class FormsServices:
    """What the page asks."""

    forms: FormService
    sending: FormSendingService
    reading: AnswerReadingService

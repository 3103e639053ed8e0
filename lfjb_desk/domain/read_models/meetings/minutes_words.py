"""What minutes say of their own circulation, agreement, signature and corrections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import long_date

if TYPE_CHECKING:
    from datetime import date

    from lfjb_desk.domain.meetings.minutes import (
        CirculatedMinutes,
        MinutesAgreement,
        MinutesCorrection,
    )
    from lfjb_desk.domain.read_models.meetings.minutes import MinutesView


def record_words(view: MinutesView, today: date) -> str:
    """Return which record circulated minutes show; empty for a draft."""
    kept = view.history.kept
    if not view.settled:
        return ""
    if kept is not None and view.history.sound:
        return _kept_words(kept)
    return (
        "These minutes were circulated before the desk kept them as they were; "
        f"they are shown as the record stands on {long_date(today)}"
    )


def _kept_words(kept: CirculatedMinutes) -> str:
    day = long_date(kept.circulated_on)
    if kept.kept_later:
        return (
            "These minutes were circulated before the desk kept them as they were; "
            f"they are kept as the record stood on {day}"
        )
    version = f", version {kept.version}" if kept.version > 1 else ""
    return f"As circulated on {day}{version}"


def agreement_words(agreement: MinutesAgreement | None) -> str:
    """Return how minutes were agreed; empty where nobody recorded it."""
    if agreement is None or agreement.agreed_on is None:
        return ""
    day = long_date(agreement.agreed_on)
    where = f"at the meeting of {day} ({agreement.agreed_at})"
    if not agreement.agreed_at:
        where = f"between meetings, on {day}"
    parts = [f"Agreed {where}", f"proposed by {agreement.proposed_by}"]
    if agreement.seconded_by:
        parts.append(f"seconded by {agreement.seconded_by}")
    return ", ".join(parts)


def signature_words(agreement: MinutesAgreement | None) -> str:
    """Return who signed minutes and when; empty while nobody has, or it is not recorded."""
    if agreement is None or agreement.signed_on is None:
        return ""
    return f"Signed by {agreement.signed_by} on {long_date(agreement.signed_on)}"


def correction_words(correction: MinutesCorrection, view: MinutesView) -> str:
    """Return a correction with the meeting and the day that noted it, and who did."""
    at = f" at {correction.noted_at}," if correction.noted_at else " on"
    numbers = [each.number for each in view.items if each.item.id == correction.item_id]
    item = f", to item {numbers[0]}" if numbers else ""
    day = long_date(correction.noted_on)
    text = correction.text if correction.text.endswith((".", "?", "!")) else f"{correction.text}."
    noted = "Restricted correction noted" if correction.restricted else "Correction noted"
    return f"{noted}{at} {day}{item}: {text} Noted by {correction.noted_by}."


def altered_words(view: MinutesView) -> str:
    """Return the sentence on kept minutes that are not as they were circulated."""
    return (
        f"The kept minutes of {view.label} are not as they were circulated: the file was altered "
        "outside the desk. Compare them with a circulated copy, or restore a backup from before."
    )

"""What agenda items are for and about, in the words of lists and forms."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.meetings.meetings import ItemTopic, Purpose


def _tr(text: str) -> str:
    return QCoreApplication.translate("ItemWords", text)


def purpose_words(purpose: Purpose) -> str:
    """Return what an item is for: `For decision`."""
    words = {
        Purpose.DECIDE: _tr("For decision"),
        Purpose.DISCUSS: _tr("For discussion"),
        Purpose.NOTE: _tr("For noting"),
    }
    return words[purpose]


def topic_words(topic: ItemTopic) -> str:
    """Return what an item is about: `Reports from sub-groups`."""
    words = {
        ItemTopic.NONE: _tr("None of these"),
        ItemTopic.MINUTES: _tr("Minutes of the last meeting"),
        ItemTopic.POSITION: _tr("Position at a glance"),
        ItemTopic.ACTIONS: _tr("Action log"),
        ItemTopic.PERFORMANCE: _tr("Performance"),
        ItemTopic.DRIVERS: _tr("Drivers of delay"),
        ItemTopic.SUB_GROUPS: _tr("Reports from sub-groups"),
        ItemTopic.ESCALATION: _tr("Escalation"),
        ItemTopic.MEMBERSHIP: _tr("Membership and vacancies"),
        ItemTopic.DATES: _tr("Other business and dates"),
    }
    return words[topic]

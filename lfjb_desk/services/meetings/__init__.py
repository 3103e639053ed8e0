"""Meetings from the plan to the agreed minutes, with agenda, attendance and decisions."""

"""Meetings with their agendas, what was minuted, and minutes as they were circulated."""

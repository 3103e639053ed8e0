"""Escalations: what could not be settled, put to whom, waiting how long, answered how."""

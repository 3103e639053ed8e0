"""The Meetings page: the list, and one meeting with its agenda, attendance and minutes."""

"""Bringing in what a board has before it has the desk: its log, its members, its papers."""

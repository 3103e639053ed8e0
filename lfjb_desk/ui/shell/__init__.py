"""The frame of the window: rail, bar, command box, notices."""

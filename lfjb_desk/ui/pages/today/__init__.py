"""What waits today: the next meeting, late actions, figures that moved, empty seats."""

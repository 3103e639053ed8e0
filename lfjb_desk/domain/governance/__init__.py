"""The board's standing: its groups, seats, people and governing documents."""

"""The sample board: a whole board to look around in."""

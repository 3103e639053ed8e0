"""Forums outside the board: who informs whom, how often, and by whom."""

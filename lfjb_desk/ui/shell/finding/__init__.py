"""Finding by typing: the Ctrl+K box, the choosers of the bar, and the help."""

"""The papers of a board: seen in the window, saved as Word, and remembered."""

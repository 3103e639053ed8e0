"""Tables: their columns and rows, the view over them, and how cells are painted."""

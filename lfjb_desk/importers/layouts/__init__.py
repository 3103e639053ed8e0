"""One file for each kind of table that is recognised."""

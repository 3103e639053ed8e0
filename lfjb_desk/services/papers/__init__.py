"""Papers and exports: the data gathered for them, and how they are written."""

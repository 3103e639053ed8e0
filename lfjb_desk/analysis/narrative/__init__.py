"""True sentences about figures, and no cause."""

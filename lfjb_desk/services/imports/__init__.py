"""Files of figures: understood, matched, shown, and taken in as one change."""

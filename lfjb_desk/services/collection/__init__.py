"""The quarterly collection: sheets out to the authorities, and back."""

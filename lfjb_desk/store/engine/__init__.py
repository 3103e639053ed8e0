"""The database itself: opened, locked, migrated, written through one door, backed up."""

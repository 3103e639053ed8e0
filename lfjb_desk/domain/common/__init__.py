"""Facts that every floor shares and that need no database: nations, months, files."""

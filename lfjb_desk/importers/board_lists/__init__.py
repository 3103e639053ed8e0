"""Lists that a secretariat keeps: action logs and membership lists, found and read cell by cell."""

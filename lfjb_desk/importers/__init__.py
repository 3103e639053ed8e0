"""Published files in, typed figures out."""

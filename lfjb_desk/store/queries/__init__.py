"""Questions to the database, by feature; nothing here writes."""

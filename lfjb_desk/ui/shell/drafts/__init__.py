"""What was typed and not recorded: kept while a form is open, offered again, opened again."""

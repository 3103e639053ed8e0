"""Words that were typed and are not recorded yet: kept beside the database until they are."""

"""A sheet that no layout knows, explained by a person."""

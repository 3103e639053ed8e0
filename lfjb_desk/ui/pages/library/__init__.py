"""The Library page: the initiatives of the Good Practice Guide, found and taken up."""

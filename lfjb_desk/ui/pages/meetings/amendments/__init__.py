"""Amendments to circulated minutes: read in, listed by paragraph and person, and decided."""

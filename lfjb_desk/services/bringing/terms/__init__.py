"""Bringing in terms of reference from Word: clauses, the rules they state, a new draft."""

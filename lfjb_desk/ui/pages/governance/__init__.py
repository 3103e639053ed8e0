"""The Governance page: groups and seats, people and bodies, terms of reference."""

"""Pure functions over figures."""

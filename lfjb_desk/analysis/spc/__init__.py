"""Control charts: limits, rules and signals."""

"""The register of decisions, and what can be done with one."""

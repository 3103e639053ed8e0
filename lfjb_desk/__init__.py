"""LFJB Desk: a desk for Local Family Justice Boards."""

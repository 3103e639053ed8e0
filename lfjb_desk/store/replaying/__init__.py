"""The audit replayed: what the rows should be, which differ, and what each is called."""

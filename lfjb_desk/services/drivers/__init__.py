"""The drivers of delay, the projects against them, and the library of good practice."""

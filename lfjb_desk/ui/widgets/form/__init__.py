"""Forms: their fields, what is typed into them, and the days that words mean."""

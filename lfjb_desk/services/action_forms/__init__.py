"""Action forms: sent to owners and bodies in Word, read when they come back, and decided."""

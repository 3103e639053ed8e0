"""What a user can ask and do; no Qt, no SQL, no Word."""

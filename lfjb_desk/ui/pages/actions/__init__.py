"""The Actions page: one fast list, saved filters, and the chosen action beside it."""

"""Tables of figures that several layouts share."""

"""Questions to imports and to what the desk learnt from them."""

"""What a board is made of: tables with their small rules, and changes to them."""

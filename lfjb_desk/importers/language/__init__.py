"""What publishers write in a cell: periods and markers."""

"""Word and PDF files read back."""

"""Sheets that no layout knows: shown as they are, proposed a reading, and read as a user says."""

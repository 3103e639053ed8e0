"""The Drivers page: ten drivers by severity, each with its line of sight."""

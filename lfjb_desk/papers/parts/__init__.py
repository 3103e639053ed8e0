"""What papers share: tables of actions, figures, drivers, sources and charts."""

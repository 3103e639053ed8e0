"""The Performance page: figures, measures, targets and imports."""

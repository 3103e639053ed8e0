"""Charts on screen; the only place that knows pyqtgraph."""

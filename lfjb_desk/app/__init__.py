"""The one place that knows everyone: finds the folders, reads the clock, joins the parts."""

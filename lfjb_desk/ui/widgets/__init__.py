"""Our own controls; they know no domain."""

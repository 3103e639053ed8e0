"""Family Court Statistics Quarterly: a file for each kind of table it publishes."""

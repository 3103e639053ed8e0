"""What stands before every file from outside: a look over it, and a process to read it in."""

"""The standing items of a group: what is on each of its agendas."""

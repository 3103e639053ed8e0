"""What a screen or a paper reads of groups, people and governing documents."""

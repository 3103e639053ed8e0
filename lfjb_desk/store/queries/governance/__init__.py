"""What is read of groups, people and governing documents."""

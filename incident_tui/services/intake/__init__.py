"""What was said elsewhere comes in: read, shown, stored whole, and taken back as one."""

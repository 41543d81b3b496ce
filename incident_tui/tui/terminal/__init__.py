"""What stands between the program and the terminal: both are distrusted, in both directions."""

"""What was learned across incidents, for the screens, the shell and the quarterly report."""

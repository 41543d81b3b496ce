"""The team's store on PostgreSQL, which only those who have one load."""

"""The terminal front end; it shows records and sends lines, and knows nothing of storage."""

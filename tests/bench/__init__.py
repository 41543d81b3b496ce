"""Speed is a ratio to what a person would use instead, taken side by side in one run."""

"""Follow-ups of all incidents: which are shown, what is done to them, who is reminded of them."""

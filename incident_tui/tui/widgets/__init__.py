"""Widgets show what they are given and say what was done to them; none looks anything up."""

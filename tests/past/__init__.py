"""Invented histories: what a company of some services lives through in some years, by a seed."""

"""A post-mortem that somebody wrote is read once here, for the importer and for the score."""

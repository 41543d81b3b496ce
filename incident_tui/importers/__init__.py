"""Text from elsewhere to facts with an external reference; importers know nothing of each other."""

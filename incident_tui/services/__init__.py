"""Use cases: the only place where the layers meet."""

"""Each part of the rubric counts what stands in a document, and names what would earn the rest."""

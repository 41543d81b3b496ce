"""From a record to text: each exporter is pure and knows none of the others."""

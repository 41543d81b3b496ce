"""The guided post-mortem as data: what is asked, what is drafted, and what is still missing."""

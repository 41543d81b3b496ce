"""One SQLite file that is only ever appended to, and views of it that can be made anew."""

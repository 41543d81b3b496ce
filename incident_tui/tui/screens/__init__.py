"""One module a screen; a screen binds records and posts messages."""

"""Pure facts and rules of an incident; nothing here reads a clock, a file or a screen."""

"""What a person may say; each command is declared once and everything else is derived."""

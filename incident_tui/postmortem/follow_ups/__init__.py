"""What a line says of a follow-up: who, until when, and what will be there when it is done."""

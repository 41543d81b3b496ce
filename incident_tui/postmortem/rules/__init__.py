"""The rules of the blameless check, one module a way of blaming."""

"""A class of words is written as a text of words, which is how one reads and extends it."""


def words(text: str) -> frozenset[str]:
    """The words of the text."""
    return frozenset(text.split())

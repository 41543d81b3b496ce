"""A person is named by a word behind an `@`, which may be left out where nothing else can stand."""

from typing import NewType

Person = NewType("Person", str)
People = NewType("People", tuple[str, ...])


def person(raw: str) -> Person:
    """A name without its `@`: letters, digits, dots, dashes and underscores."""
    name = raw.strip().removeprefix("@")
    if not name or not all(c.isalnum() or c in "._-" for c in name):
        raise ValueError(f"{raw!r} is not a name; write @maria")
    return Person(name)


def people(raw: str) -> People:
    """Several names, each with its `@`; `off` is nobody."""
    words = raw.replace(",", " ").split()
    if [word.lower() for word in words] == ["off"]:
        return People(())
    if wrong := next((word for word in words if not word.startswith("@")), None):
        raise ValueError(f"{wrong!r} is not a name; write @maria @jo, or off")
    return People(tuple(map(person, words)))

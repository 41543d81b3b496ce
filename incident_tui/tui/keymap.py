"""Every key is declared on a binding: help lists them from there, configuration remaps by id."""

from collections.abc import Iterable, Iterator

from textual.binding import Binding, BindingType


def described(section: str, bindings: Iterable[BindingType]) -> Iterator[tuple[str, str, str]]:
    """`(section, key, what it does)` for help, from declarations."""
    for binding in bindings:
        if isinstance(binding, Binding) and binding.description:
            yield section, shown(binding.key), binding.description


def shown(key: str) -> str:
    """`ctrl+f` as people read it: `^F`."""
    first = key.partition(",")[0]
    if first.startswith("ctrl+") and len(first) == 6:
        return f"^{first[5:].upper()}"
    names = {"pageup": "PgUp", "pagedown": "PgDn", "escape": "Esc"}
    return names.get(first, first.upper() if first[1:].isdigit() else first)

"""Finds text that Textual would read as markup although nobody wrote it into the source.

What Textual parses are the calls and attributes named here. Safe is a literal, a `Content`, what is
declared to give one, and anything said with `markup=False`; all else counts as unsafe.
"""

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

from tests.support.sources import TUI_MODULES, Function, called, classes, functions, tree

_CALLS: Final = {
    *("Static", "Label", "Button", "Option", "Tab", "TabPane", "Collapsible", "Checkbox"),
    *("RadioButton", "ToggleButton", "Tooltip", "notify", "update", "add_row", "add_column"),
}
_ATTRIBUTES: Final = {"border_title", "border_subtitle", "tooltip", "label"}
_COLLECTIONS: Final = {"dict", "set", "Counter"}
"""What has an `update` of its own."""


def unsafe(module: ast.Module) -> Iterator[tuple[int, str]]:
    """The line and the source of each text that is neither a literal nor a `Content`."""
    literals = set(_assigned(module.body))
    collections = set(_collections(module))
    for scope in (module, *(n for n in ast.walk(module) if isinstance(n, Function))):
        known = literals | _contents(scope)
        for node in _own(scope):
            for text in _texts(node, collections):
                if not _safe(text, known):
                    yield text.lineno, ast.unparse(text)


def _texts(node: ast.AST, collections: set[str]) -> Iterator[ast.expr]:
    match node:
        case ast.Call(func=ast.Attribute(value=owner)) if ast.unparse(owner) in collections:
            return
        case ast.Call(keywords=keywords) if any(map(_no_markup, keywords)):
            return
        case ast.Call(args=[first, *_]) if called(node) in _CALLS:
            yield first
        case ast.Assign(targets=[ast.Attribute(attr=attr)], value=value) if attr in _ATTRIBUTES:
            yield value


def _no_markup(keyword: ast.keyword) -> bool:
    return keyword.arg == "markup" and ast.unparse(keyword.value) == "False"


def _collections(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        match node:
            case ast.AnnAssign(target=target, annotation=kind) if _is_collection(kind):
                yield ast.unparse(target)
            case ast.Assign(targets=[target], value=ast.Dict() | ast.DictComp() | ast.Set()):
                yield ast.unparse(target)
            case ast.Assign(targets=[target], value=ast.Call(func=kind)) if _is_collection(kind):
                yield ast.unparse(target)


def _is_collection(kind: ast.expr) -> bool:
    return ast.unparse(kind).split("[")[0] in _COLLECTIONS


def _safe(text: ast.expr, known: set[str]) -> bool:
    match text:
        case ast.Constant():
            return True
        case ast.Name(id=name):
            return name in known
        case ast.IfExp(body=body, orelse=orelse):
            return _safe(body, known) and _safe(orelse, known)
        case ast.Call(func=ast.Attribute(value=ast.Call() as inner)):
            return called(text) in _makers() or _safe(inner, known)
        case ast.Call():
            return called(text) in _makers()
    return False


@cache
def _makers() -> frozenset[str]:
    """What gives no `str`: our classes, and the functions declared to give a `Content`."""
    made = {each.name for path in TUI_MODULES for each in classes(path)}
    declared = {
        function.name
        for path in TUI_MODULES
        for function in functions(path)
        if function.returns is not None and ast.unparse(function.returns) == "Content"
    }
    return frozenset(made | declared | {"Content", "assemble", "styled"})


def _contents(scope: ast.AST) -> set[str]:
    """Parameters of a function that are a `Content`, and its variables that can only be one."""
    if not isinstance(scope, Function):
        return set()
    arguments = (*scope.args.posonlyargs, *scope.args.args, *scope.args.kwonlyargs)
    given = {a.arg for a in arguments if a.annotation and ast.unparse(a.annotation) == "Content"}
    return given | set(_assigned(_own(scope)))


def _assigned(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        match node:
            case (
                ast.Assign(targets=[ast.Name(id=name)], value=value)
                | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value)
            ) if _safe(value, set()):
                yield name


def _own(scope: ast.AST) -> Iterator[ast.AST]:
    """Every node of the scope that is not inside a function of its own."""
    for child in ast.iter_child_nodes(scope):
        if not isinstance(child, Function):
            yield child
            yield from _own(child)


def unsafe_in(path: Path) -> list[str]:
    """The same for a file, as a test reports it."""
    return [f"{line}: {source}" for line, source in unsafe(tree(path))]

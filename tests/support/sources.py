"""The package as its parsed source, for rules that no other tool knows."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
PACKAGE: Final = ROOT / "incident_tui"
MODULES: Final = sorted(PACKAGE.rglob("*.py"))
TUI_MODULES: Final = [path for path in MODULES if path.is_relative_to(PACKAGE / "tui")]

Function = ast.FunctionDef | ast.AsyncFunctionDef


def name(path: Path) -> str:
    """How a test names a module: `tui/app.py`."""
    return str(path.relative_to(PACKAGE))


@cache
def tree(path: Path) -> ast.Module:
    """The module, parsed."""
    return ast.parse(path.read_text("utf-8"))


def lines(node: Function | ast.ClassDef) -> int:
    """How many lines a function or class takes, its decorators included."""
    first = min([node.lineno, *(each.lineno for each in node.decorator_list)])
    return (node.end_lineno or first) - first + 1


def functions(path: Path) -> Iterator[Function]:
    """Every function and method."""
    return (node for node in ast.walk(tree(path)) if isinstance(node, Function))


def classes(path: Path) -> Iterator[ast.ClassDef]:
    """Every class."""
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef))


def called(node: ast.Call) -> str:
    """The last part of what is called: `update` for `self.query_one(…).update(…)`."""
    match node.func:
        case ast.Attribute(attr=attr):
            return attr
        case ast.Name(id=id_):
            return id_
    return ""

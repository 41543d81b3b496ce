"""The time saved is a formula that people can read and change: numbers, counts, and + - * /."""

import ast
import operator
from collections.abc import Callable, Mapping
from typing import Final

from incident_tui.domain.errors import IncidentTuiError

FORMULA: Final = "75 * postmortems + 5 * updates"
"""Minutes: an hour and a quarter of scrolling for each post-mortem, five for each update text."""
COUNTS: Final = ("incidents", "postmortems", "updates", "actions")
_LONGEST: Final = 200
_OPERATORS: Final[Mapping[type[ast.operator], Callable[[float, float], float]]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


class FormulaError(IncidentTuiError):
    """The formula cannot be used; the message says what it may hold."""


def minutes(formula: str, counts: Mapping[str, float]) -> float | None:
    """What the formula comes to, None where it divides by zero; FormulaError when it is none."""
    how = f"use numbers, + - * / ( ) and {', '.join(COUNTS)}, such as {FORMULA!r}"
    try:
        if len(formula) > _LONGEST:
            raise ValueError
        value = _value(ast.parse(formula.strip(), mode="eval").body, counts)
    except ZeroDivisionError:
        return None
    except (ValueError, SyntaxError, MemoryError, RecursionError, OverflowError):
        raise FormulaError(f"{formula!r} is not a formula for time saved; {how}") from None
    return value


def _value(node: ast.expr, counts: Mapping[str, float]) -> float:
    match node:
        case ast.Constant(value=bool()):
            raise ValueError
        case ast.Constant(value=int() | float() as number):
            return float(number)
        case ast.Name(id=name) if name in counts:
            return float(counts[name])
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return -_value(inner, counts)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATORS:
            return _OPERATORS[type(op)](_value(left, counts), _value(right, counts))
        case _:
            raise ValueError

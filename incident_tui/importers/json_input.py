"""JSON from anywhere is decoded within limits, and asked for values by type and never by trust."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

import msgspec

from incident_tui.importers.format import ImportRefusedError
from incident_tui.importers.lines import head_of

MOST: Final = 64 * 1024 * 1024
"""Bytes of one document; decoded, it may need a dozen times as much."""
_RAW_LIST: Final = msgspec.json.Decoder(list[msgspec.Raw])


class UnreadableError(ValueError):
    """The bytes are no JSON that can be used; the message says why."""


def document(file: BinaryIO, most: int = MOST) -> Any:
    """The one document in a file; ImportRefusedError says what is wrong with it."""
    file.seek(0)
    data = file.read(most + 1)
    if len(data) > most:
        raise ImportRefusedError(f"it is larger than {most >> 20} MiB; import a smaller part of it")
    try:
        return decoded(data)
    except UnreadableError as error:
        raise ImportRefusedError(f"it cannot be read as JSON: {error}") from error


def decoded(data: bytes | msgspec.Raw) -> Any:
    """What the bytes say; UnreadableError otherwise."""
    try:
        return msgspec.json.decode(data)
    except RecursionError:
        raise UnreadableError("it is nested too deep") from None
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        return _by_the_patient_decoder(bytes(data), error)


def _by_the_patient_decoder(data: bytes, error: Exception) -> Any:
    """A mark at the start and half of a surrogate pair are met in real exports."""
    try:
        return json.loads(data.decode("utf-8-sig"), parse_constant=_refused, strict=False)
    except (ValueError, RecursionError):
        raise UnreadableError(str(error)) from None


def _refused(constant: str) -> Any:
    raise ValueError(f"{constant} is not a number of JSON")


def items(data: bytes) -> list[msgspec.Raw]:
    """The undecoded items of an array, so that one that is broken harms no other."""
    try:
        return _RAW_LIST.decode(data)
    except RecursionError:
        raise UnreadableError("it is nested too deep") from None
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        whole = _by_the_patient_decoder(data, error)
        if not isinstance(whole, list):
            raise UnreadableError("it is not a list") from None
        return [msgspec.Raw(json.dumps(item).encode()) for item in whole]


def text(value: Any, *path: str | int) -> str:
    """The text at the path; a number as its digits; empty where there is neither."""
    found = value.get(path[0]) if type(value) is dict and not path[1:] else at(value, *path)
    if found is None or type(found) is str:
        return found or ""
    return str(found) if isinstance(found, int) and not isinstance(found, bool) else ""


def mapping(value: Any, *path: str | int) -> dict[str, Any]:
    """The object at the path, else an empty one."""
    found = at(value, *path)
    return found if isinstance(found, dict) else {}


def listed(value: Any, *path: str | int) -> list[Any]:
    """The list at the path, else an empty one."""
    found = at(value, *path)
    return found if isinstance(found, list) else []


def objects(value: Any, *path: str | int) -> Iterator[dict[str, Any]]:
    """The objects of the list at the path."""
    return (each for each in listed(value, *path) if isinstance(each, dict))


def at(value: Any, *path: str | int) -> Any:
    """What is at the path, or None."""
    for key in path:
        if isinstance(value, dict):
            value = value.get(str(key))
        elif isinstance(value, list) and isinstance(key, int) and key < len(value):
            value = value[key]
        else:
            return None
    return value


def looks_like(head: bytes, *keys: str) -> bool:
    """Whether the first bytes are JSON in which every one of these keys stands."""
    said = head_of(head).lstrip()
    return said[:1] in {"{", "["} and all(f'"{key}"' in said for key in keys)

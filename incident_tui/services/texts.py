"""A text that somebody names is read whole: UTF-8, and no larger than could be of use."""

from pathlib import Path

from incident_tui.domain.errors import IncidentTuiError, NotFoundError


def text_of(data: bytes, most: int) -> str:
    """The text in so many bytes at most, each character where it is; the refusal says why not."""
    if len(data) > most:
        raise IncidentTuiError(f"it is larger than {most >> 20} MiB; give a smaller part of it")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise IncidentTuiError(f"byte {error.start} is not UTF-8; save it as UTF-8") from error


def read(path: Path, most: int, instead: str = "a file, or -") -> str:
    """The text of a file; where it cannot be read, `instead` says what else to name."""
    try:
        with path.open("rb") as file:
            return text_of(file.read(most + 1), most)
    except OSError as error:
        why = error.strerror or "it cannot be read"
        raise NotFoundError(f"no document {path}: {why}; name {instead}") from error

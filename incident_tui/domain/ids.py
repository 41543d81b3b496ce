"""Ids are made by the writer before it writes, so that a retry is recognised and never doubled."""


def uuid7(millis: int, random: bytes) -> str:
    """A UUID version 7 (RFC 9562) from milliseconds since the epoch and ten random bytes."""
    value = (millis << 80) | int.from_bytes(random[:10], "big")
    value = (value & ~(0xF << 76)) | (0x7 << 76)
    value = (value & ~(0x3 << 62)) | (0x2 << 62)
    digits = f"{value:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))

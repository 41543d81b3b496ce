"""An address is written as browsers write it, and it is known who can reach it."""

import ipaddress


def is_loopback(host: str) -> bool:
    """Whether only this computer can reach that address."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def is_any(host: str) -> bool:
    """Whether it stands for every address of this computer, so that nobody can open it."""
    try:
        return not host or ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return False


def netloc(host: str, port: int, usual: int = 80) -> str:
    """What a browser sends as Host, without the port that its scheme means anyway."""
    name = f"[{host}]" if ":" in host else host.lower()
    return name if port == usual else f"{name}:{port}"

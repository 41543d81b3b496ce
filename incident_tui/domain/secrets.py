"""Secrets are found by the shape their makers gave them, never by guessing at random-looking words.

Every pattern takes time in proportion to the text, whatever the text is: a run of letters has one
place where a match may begin.
"""

import re
from typing import Final

import msgspec


class Finding(msgspec.Struct, frozen=True):
    """What looks like a secret: the name of its rule, and where it is in the text."""

    rule: str
    start: int
    end: int


class _Rule(msgspec.Struct, frozen=True):
    """A text that matches holds a hint, in lower case; a group of the pattern is the secret."""

    name: str
    hints: tuple[str, ...]
    pattern: re.Pattern[str]


def _rule(name: str, hints: str, pattern: str, flags: int = 0) -> _Rule:
    return _Rule(name, tuple(hints.split()), re.compile(pattern, flags))


# Of a value that is a word about the secret and not the secret itself.
_NOT_A_VALUE: Final = (
    r"(?!\[redacted|\$|<|\{|\*{3}|(?:true|false|none|null|(?:dis|en)abled|required|rotated|reset|"
    r"changed|expired|missing|invalid|unknown|leaked|revoked|wrong|empty|redacted|policy)\b)"
)
_RULES: Final = (
    _rule("aws-key", "akia asia", r"(?<![A-Za-z0-9])A(?:KI|SI)A[A-Z0-9]{16}(?![A-Za-z0-9])"),
    _rule(
        "aws-secret",
        "secret_access_key secretaccesskey",
        r"secret_?access_?key[\"']?\s{0,3}[=:]\s{0,3}[\"']?([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+])",
        re.IGNORECASE,
    ),
    _rule(
        "github-token",
        "ghp_ gho_ ghu_ ghs_ ghr_ github_pat_",
        r"(?<![A-Za-z0-9_])(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{22})[A-Za-z0-9_]*",
    ),
    _rule("gitlab-token", "glpat- gldt- glrt-", r"(?<![\w-])gl(?:pat|dt|rt)-[\w-]{20,}"),
    _rule("slack-token", "xox", r"(?<![\w-])xox[abeoprs]-[A-Za-z0-9-]{10,}"),
    _rule(
        "slack-webhook",
        "hooks.slack.com/",
        r"hooks\.slack\.com/(?:services|workflows)/([A-Za-z0-9/]{20,})",
    ),
    _rule(
        "private-key",
        "private",
        r"-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----.*?"
        r"(?:-----END [A-Z0-9 ]{1,40}-----|\Z)",
        re.DOTALL,
    ),
    _rule(
        "jwt",
        "eyj",
        r"(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}",
        re.ASCII,
    ),
    _rule(
        "bearer-token",
        "bearer",
        r"(?<!\w)bearer\s{1,3}(?=[A-Za-z._~+/-]{0,200}[0-9])([\w.~+/-]{20,}=*)",
        re.IGNORECASE | re.ASCII,
    ),
    _rule(
        "basic-auth",
        "basic",
        r"authorization[\"']?:\s{0,3}[\"']?basic\s{1,3}([A-Za-z0-9+/]{12,}=*)",
        re.IGNORECASE,
    ),
    _rule(
        "url-password",
        "://",
        r"[A-Za-z0-9+.-]://[^\s/:@?#]{0,100}:((?!\[redacted)[^\s/@?#]{1,200})@",
    ),
    _rule(
        "password",
        "password passwd pwd secret api key api_key api-key apikey token",
        r"(?<![A-Za-z])(?:password|passwd|pwd|(?:client[_-])?secret|api[ _-]?key|"
        r"(?:access|auth|api)[_-]token)[\"']?\s{0,3}=\s{0,3}[\"']?"
        + _NOT_A_VALUE
        + r"([^\s\"',;&]{6,})",
        re.IGNORECASE,
    ),
    _rule(
        "password",
        "password passwd pwd secret api key api_key api-key apikey token",
        r"(?<![A-Za-z])(?:password|passwd|pwd|(?:client[_-])?secret|api[ _-]?key|"
        r"(?:access|auth|api)[_-]token)[\"']?\s{0,3}(?::|is\b)\s{0,3}[\"']?"
        + _NOT_A_VALUE
        # Prose has a colon too: only a word with a digit or a sign within is no word.
        + r"(?=[A-Za-z]{0,100}[0-9!$%^*+=~])([^\s\"',;&]{8,})",
        re.IGNORECASE,
    ),
    _rule(
        "pagerduty-key",
        "token= token: routing_key integration_key",
        r"(?:(?<![A-Za-z])token token=|pagerduty[\w -]{0,20}(?:token|key)\s{0,3}[=:]\s{0,3}|"
        r"(?:routing|integration)_key[\"']?\s{0,3}[=:]\s{0,3})"
        r"[\"']?([A-Za-z0-9_+-]{20}|[0-9a-fA-F]{32})(?![\w+-])",
        re.IGNORECASE,
    ),
    _rule("atlassian-token", "atatt3", r"(?<![A-Za-z0-9])ATATT3[\w=-]{50,}"),
    _rule(
        "notion-token", "secret_ ntn_", r"(?<!\w)(?:secret_[A-Za-z0-9]{43}|ntn_[A-Za-z0-9]{40,})"
    ),
    _rule("linear-key", "lin_api_ lin_oauth_", r"(?<!\w)lin_(?:api|oauth)_[A-Za-z0-9]{32,}"),
    _rule(
        "google-key",
        "aiza ya29. gocspx-",
        r"(?<![\w-])(?:AIza[\w-]{35}|ya29\.[\w-]{20,}|GOCSPX-[\w-]{20,})",
    ),
    _rule("stripe-key", "k_live_ k_test_", r"(?<!\w)[sr]k_(?:live|test)_[A-Za-z0-9]{16,}"),
    _rule("model-key", "sk-", r"(?<![\w-])sk-(?:(?:proj|ant|svcacct)-[\w-]{20,}|[A-Za-z0-9]{40,})"),
    _rule(
        "package-token",
        "npm_ pypi-",
        r"(?<![\w-])(?:npm_[A-Za-z0-9]{36}(?!\w)|pypi-AgEI[\w-]{50,})",
    ),
    _rule("azure-key", "accountkey", r"AccountKey=([A-Za-z0-9+/]{80,}=*)"),
)


def find(text: str) -> list[Finding]:
    """What looks like a secret, in order and without overlaps."""
    lower = text.lower()
    found = [
        Finding(rule.name, *match.span(rule.pattern.groups))
        for rule in _RULES
        if any(hint in lower for hint in rule.hints)
        for match in rule.pattern.finditer(text)
    ]
    apart: list[Finding] = []
    for finding in sorted(found, key=lambda f: (f.start, -f.end)):
        if not apart or finding.start >= apart[-1].end:
            apart.append(finding)
    return apart


def redacted(text: str) -> str:
    """The text with `[redacted:aws-key]` in the place of each secret."""
    for finding in reversed(find(text)):
        text = f"{text[: finding.start]}{mark(finding.rule)}{text[finding.end :]}"
    return text


def mark(rule: str) -> str:
    """What stands where a secret was."""
    return f"[redacted:{rule}]"

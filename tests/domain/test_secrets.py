"""Secrets are put together here from parts, so that no scanner stops at this file."""

from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_tui.domain.secrets import find, mark, redacted

_MIX: Final = "a1B2c3D4e5F6g7H8i9J0"
_UP: Final = "A2B3C4D5E6F7G2H3"
_HEX: Final = "0123456789abcdef"
_BEGIN, _END = "-----" + "BEGIN ", "-----" + "END "
_PEM: Final = f"{_BEGIN}RSA PRIVATE " + f"KEY-----\nMIIE{_MIX}\n{_END}RSA PRIVATE " + "KEY-----"
SECRETS: Final = [
    ("aws-key", "AK" + "IA" + _UP),
    ("aws-key", "AS" + "IA" + _UP),
    ("github-token", "gh" + "p_" + _MIX + _UP),
    ("github-token", "github" + "_pat_" + _MIX + "_" + _MIX * 2),
    ("gitlab-token", "gl" + "pat-" + _MIX),
    ("slack-token", "xo" + "xb-123456789012-" + _MIX),
    ("private-key", _PEM),
    ("private-key", f"{_BEGIN}PGP PRIVATE " + "KEY BLOCK-----\nlQ" + _MIX),
    ("jwt", "ey" + f"J{_MIX}.ey" + f"J{_MIX}.{_MIX}"),
    ("atlassian-token", "ATA" + "TT3" + _MIX * 4),
    ("notion-token", "nt" + "n_" + _MIX * 2 + _UP),
    ("notion-token", "secr" + "et_" + _MIX * 2 + "abc"),
    ("linear-key", "lin_" + "api_" + _MIX * 2),
    ("google-key", "AI" + "za" + _MIX + "abcdefghijklmno"),
    ("google-key", "ya" + "29." + _MIX),
    ("stripe-key", "sk_" + "live_" + _MIX),
    ("model-key", "sk" + "-proj-" + _MIX),
    ("package-token", "np" + "m_" + _MIX + _UP),
]
"""The rule, and a text that is a secret as a whole."""
PARTS: Final = [
    ("aws-secret", "aws_secret_access_key = ", (_MIX * 2)[:40], ""),
    ("slack-webhook", "https://hooks." + "slack.com/services/", f"T0/B0/{_MIX}", " is the hook"),
    ("bearer-token", "curl -H 'Authorization: Bearer ", _MIX, "'"),
    ("basic-auth", "Authorization: Basic ", _MIX + "==", ""),
    ("url-password", "psql postgres://app:", "hunter" + "2", "@db.internal:5432/app"),
    ("url-password", "amqp://:", "p%40ss", "@mq"),
    ("password", "PASSWORD=", "correct" + "horse", " ./run"),
    ("password", '{"password": "', "s3cret!" + "!", '"}'),
    ("password", "Server=db;Uid=app;Pwd=", "abc" + "123!", ";Timeout=5"),
    ("password", "the password is ", "Tr0ub4dor", " for now"),
    ("password", "api_key=", _MIX, ""),
    ("pagerduty-key", "Authorization: Token token=", "y_" + _MIX[:18], ""),
    ("pagerduty-key", '"routing_key": "', _HEX * 2, '"'),
    ("azure-key", "Account" + "Key=", _MIX * 4 + "abcdef==", ";"),
]
"""The rule, and a secret between what is none."""
ORDINARY: Final = [
    "error rate is 7 %, p99 > 4s; rolled back to 412 on two of three zones",
    "commit 3f2a9c1e7b1d4c7e9a510c2f5e8d1a11aabbccdd is in build 412",
    "trace id 4bf92f3577b34da6a3ce929d0e0e4736, span 00f067aa0ba902b7",
    "password: rotated by ana, the secret: nobody knew the runbook",
    "the api key: expired; access_token = expired; password=required",
    "the password is wrong for everybody since 14:05",
    "https://graphs.example:3000/d/1?from=14:00&to=15:00@utc",
    "mail ana@example.com, jo@example.com or call +49 30 901820",
    "image registry.example/app@sha256:" + _HEX * 4,
    "id 0190a5b2-7c3d-7e4f-8a9b-0c1d2e3f4a5b of pod checkout-7d9f8b6c5d-x2x4z",
    "bearer authentication-between-services-is-down, basic checks pass",
    "export TOKEN=$(cat /run/token); PASSWORD=${DB_PASSWORD} ./migrate",
    "task-force sk-learn pipeline risk-assessment-of-the-week-finished",
    "AKIANDA is a place, ASIA-SOUTH1 a region, XOXO from marketing",
    "secret_santa_2026_list and npm_config_registry are set",
    "git@host.example:team/checkout.git, ssh://git@host.example:22/x",
    "Kubernetes secret checkout-db: key password is missing",
]
HOSTILE: Final = [
    *("a" * 50_000, "eyJ" * 20_000, "-----BEGIN PRIVATE KEY-----" * 2_000, "password=" * 6_000),
    *("bearer " * 8_000, "://:" * 12_000, "a://" * 12_000, "xoxb-" * 10_000, " " * 50_000),
    *("eyJaaaaaaaa." * 5_000, "-----END A" * 5_000, "secret_" * 8_000, "key:" * 12_000),
    *("password" + " " * 50_000, "pagerduty" * 6_000, "ghp_" * 12_000, "token token=" * 5_000),
    *("-" * 50_000, "A" * 50_000, "0" * 50_000, "api key " * 6_000, "sk-" * 16_000),
]


@pytest.mark.parametrize(("rule", "secret"), SECRETS)
@pytest.mark.parametrize("around", ["{}", "used {} at 14:05", "({})", "a={}\nb", "“{}”"])
def test_a_secret_is_found_whole(rule: str, secret: str, around: str) -> None:
    if secret.startswith(_BEGIN) and _END not in secret and around != "{}":
        return  # without its end, all behind it is taken for the key
    text = around.format(secret)
    assert [(f.rule, text[f.start : f.end]) for f in find(text)] == [(rule, secret)]
    assert redacted(text) == around.format(mark(rule))


@pytest.mark.parametrize(("rule", "before", "secret", "after"), PARTS)
def test_what_stands_around_a_secret_stays(rule: str, before: str, secret: str, after: str) -> None:
    assert redacted(f"{before}{secret}{after}") == f"{before}{mark(rule)}{after}"


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_lines_hold_none(text: str) -> None:
    assert find(text) == []


def test_several_in_one_text_are_all_found() -> None:
    text = " and ".join(secret for _, secret in SECRETS[:6])
    assert redacted(text) == " and ".join(mark(rule) for rule, _ in SECRETS[:6])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([*(s for _, s in SECRETS), *ORDINARY]) | st.text(), max_size=5))
def test_what_was_redacted_holds_no_more_secrets(texts: list[str]) -> None:
    assert find(redacted(" ".join(texts))) == []
    assert find(redacted("\n".join(texts))) == []


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
def test_no_text_holds_up_the_search(text: str) -> None:
    """Fails by the time limit of the suite: a pattern that goes back and forth takes minutes."""
    for times in (1, 4):
        find(text * times)

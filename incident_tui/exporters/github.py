"""What is still to do as a script for GitHub's `gh`: read first, then run, as often as one likes.

GitHub issues have no due date, so the text of the issue says it.
"""

import json
import shlex
from collections.abc import Iterator, Mapping
from typing import Final

from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.text import one_line
from incident_tui.exporters.escape import line
from incident_tui.exporters.follow_ups import OPEN, FollowUp, follow_ups
from incident_tui.exporters.format import Exporter, ExportKind

LABEL: Final = "incident-action"
_HEAD: Final = f"""\
#!/usr/bin/env bash
# Creates a GitHub issue for each action item that has none yet. Read it, then run it where
# `gh repo view` shows the right repository, or name one: GH_REPO=owner/name bash THIS-FILE
set -euo pipefail

# The GitHub login of each owner; an issue whose owner has none here is assigned to nobody.
login() {{
  case "$1" in
LOGINS    *) ;;
  esac
}}

issue() {{ # REFERENCE OWNER TITLE BODY
  if grep -qxF -e "Reference: $1" <<<"$known"; then
    echo "$1 has an issue already"
    return
  fi
  local who
  who="$(login "$2")"
  gh issue create --label {LABEL} --title "$3" --body "$4" ${{who:+--assignee "$who"}} </dev/null
}}

gh label create {LABEL} --description "From a post-mortem" --force
known="$(gh issue list --label {LABEL} --state all --limit 1000 --json body --jq '.[].body' \\
  | tr -d '\\r')"

"""


def render(record: IncidentRecord) -> str:
    """The script; whatever people wrote is quoted, and an issue that is there is left alone."""
    found = follow_ups(record, OPEN)
    owners = sorted({each.owner for each in found if each.owner})
    logins = "".join([f"    {shlex.quote(owner)}) echo '' ;;\n" for owner in owners])
    return _HEAD.replace("LOGINS", logins, 1) + "".join([_call(each) for each in found])


def companions(record: IncidentRecord) -> Mapping[str, str]:
    """The same issues as JSON, for whoever creates them by other means."""
    found = [dict(_issue(each)) for each in follow_ups(record, OPEN)]
    return {".json": json.dumps(found, indent=2) + "\n"}


def _call(each: FollowUp) -> str:
    said = (each.reference, each.owner, _title(each), _body(each))
    return f"issue {' '.join(shlex.quote(text) for text in said)}\n"


def _issue(each: FollowUp) -> Iterator[tuple[str, object]]:
    yield "reference", each.reference
    yield "title", _title(each)
    yield "body", _body(each)
    yield "labels", [LABEL, *each.labels[:-1]]
    yield "owner", each.owner
    yield "due", each.due or None
    yield "priority", each.item.priority and str(each.item.priority)


def _title(each: FollowUp) -> str:
    return one_line(each.text) or each.reference


def _body(each: FollowUp) -> str:
    """Plain lines; the last one is the reference that the script looks for."""
    *said, reference = map(line, each.description())
    return "\n".join([*said, "", reference])


EXPORTER: Final = Exporter(
    "github",
    "Action items as GitHub issues (a script for gh, and JSON)",
    "sh",
    ExportKind.ACTIONS,
    render,
    companions,
)

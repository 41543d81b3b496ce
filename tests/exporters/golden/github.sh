#!/usr/bin/env bash
# Creates a GitHub issue for each action item that has none yet. Read it, then run it where
# `gh repo view` shows the right repository, or name one: GH_REPO=owner/name bash THIS-FILE
set -euo pipefail

# The GitHub login of each owner; an issue whose owner has none here is assigned to nobody.
login() {
  case "$1" in
    ana) echo '' ;;
    *) ;;
  esac
}

issue() { # REFERENCE OWNER TITLE BODY
  if grep -qxF -e "Reference: $1" <<<"$known"; then
    echo "$1 has an issue already"
    return
  fi
  local who
  who="$(login "$2")"
  gh issue create --label incident-action --title "$3" --body "$4" ${who:+--assignee "$who"} </dev/null
}

gh label create incident-action --description "From a post-mortem" --force
known="$(gh issue list --label incident-action --state all --limit 1000 --json body --jq '.[].body' \
  | tr -d '\r')"

issue INC-42-A1 ana 'Deploy schema and code in two steps' 'From INC-42: Checkout fails after deploy 412
Owner: ana
Due: 2026-02-01
Priority: high
Kind: preventative

Reference: INC-42-A1'

"""How an incident is named on the command line, and the options that many commands share."""

import click

_LONGEST = 9


def incident_number(text: str) -> int:
    """The number in `INC-42` or `42`."""
    digits = text.upper().removeprefix("INC-")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST):
        raise click.BadParameter(f"{text!r} is not an incident; write INC-42 or 42")
    return int(digits)


incident_argument = click.argument("number", metavar="INC", type=incident_number)
incident_option = click.option(
    "-i",
    "number",
    metavar="INC",
    type=incident_number,
    help="The incident; by default the newest live one.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="One JSON document.")

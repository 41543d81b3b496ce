"""What an invented company is like: its services, its people, what breaks and what follows."""

from typing import Final, NamedTuple


class Service(NamedTuple):
    """A service, how often it breaks beside the others, and the kinds of factor behind that."""

    name: str
    weight: float
    factors: tuple[str, ...]


SERVICES: Final = (
    Service("checkout", 9, ("process", "tooling", "capacity")),
    Service("search", 7, ("capacity", "tooling")),
    Service("login", 5, ("dependency", "process")),
    Service("payments", 5, ("dependency", "communication")),
    Service("catalogue", 4, ("tooling", "documentation")),
    Service("mail", 3, ("dependency", "documentation")),
    Service("warehouse", 2, ("process", "documentation")),
    Service("reports", 2, ("capacity", "tooling")),
    Service("images", 1.5, ("capacity", "dependency")),
    Service("", 1, ("communication", "process")),
)
"""Few services break often, and one incident in forty has none."""
PEOPLE: Final = ("ana", "jo", "li", "maria", "noor", "otto", "pia", "ravi", "sam", "yuki")
SEVERITIES: Final = {1: 4, 2: 14, 3: 42, 4: 30, 5: 10}
"""Of a hundred."""
SYMPTOMS: Final = (
    *("answers with errors", "is slow", "loses messages", "shows stale data", "cannot be reached"),
    *(
        "runs out of memory",
        "refuses logins",
        "charges twice",
        "falls behind",
        "restarts in a loop",
    ),
)
TRIGGERS: Final = (
    *("after a deploy", "after a change of configuration", "under evening load", "in one region"),
    *("since the certificate expired", "while a disk is full", "after a failover", "for new users"),
)
FACTORS: Final = {
    "process": (
        "Schema and code are deployed in one step",
        "A change goes out without a second pair of eyes",
        "Nothing holds a deploy back on a Friday evening",
    ),
    "tooling": (
        "The alert watches the mean and not the slowest tenth",
        "The roll-back takes the same twenty minutes as the deploy",
        "The dashboard leaves out the second region",
    ),
    "capacity": (
        "The connection pool is sized for last year's load",
        "The queue has no limit and no alert",
        "The replicas have half the memory of the primary",
    ),
    "dependency": (
        "The vendor's limit is not known to the client",
        "A time-out is longer than that of its caller",
        "The certificate is renewed by hand",
    ),
    "documentation": (
        "The runbook describes the cluster before last",
        "Nobody had written down who owns the job",
    ),
    "communication": (
        "Support heard of it from customers",
        "Two teams rolled back each other's change",
    ),
}
WORK: Final = (
    "Alert when the {what} of {service} exceeds its limit for 5 min",
    "Deploy schema and code of {service} in two steps",
    "Write the runbook for {what} of {service}",
    "Limit the {what} of {service} and shed load above it",
    "Renew the certificates of {service} automatically",
    "Rehearse the roll-back of {service} every quarter",
    "Add a canary stage to the pipeline of {service}",
)
WHATS: Final = ("queue depth", "error rate", "pool", "p99", "replica lag", "disk", "memory")
NOTES: Final = (
    "error rate is flat at 4 %",
    "graphs of the second region look the same",
    "support sees forty tickets an hour",
    "rolled back on one of three zones",
    "the vendor confirms a problem on their side",
    "p99 is falling",
)
DECISIONS: Final = (
    *("roll back to the last build", "fail over to the replica", "turn the new feature off"),
    *("add two instances", "drain the second region", "raise the limit of the pool"),
)

"""Nouns and pronouns that stand for people, by how close to us they are."""

from typing import Final

from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.trades import TRADES, plurals

SELF: Final = frozenset({"i", "we"})
PRONOUNS: Final = frozenset({"i", "we", "you", "he", "she", "they", "who", "whoever"})
ANYBODY: Final = words(
    """
    someone somebody anyone anybody everyone everybody nobody noone none whoever people folks folk
    person persons eyes human humans individual individuals guy guys
    """
)
"""`none` only with an `of` after it, which `clauses` sees to."""
CROWD: Final = words(
    "everyone everybody nobody noone none anyone anybody whoever people eyes human humans"
)
"""Of those, the ones that never mean some people in particular."""
STAFF: Final = (
    TRADES
    | plurals(
        words(
            """
            engineer developer dev programmer coder admin administrator sysadmin dba sre operator
            on-caller responder commander scribe lead leader manager director executive supervisor
            owner author reviewer approver committer maintainer contributor releaser implementer
            deployer architect analyst consultant contractor technician electrician tester trainee
            apprentice newcomer hire joiner junior senior colleague coworker co-worker teammate
            employee staffer member specialist expert practitioner stakeholder designer scientist
            researcher writer editor clerk firefighter pilot captain fellow instructor student
            teacher predecessor successor volunteer mitigator first-responder auditor advisor lady
            bloke chap newbie officer
            """
        )
    )
    | words(
        """
        ic on-call oncall liaison cto ceo cio ciso vp head staff personnel workforce responsible
        man men woman women shift caller releng handyman secondary-on-call
        """
    )
) - {"dev"}
TEAMS: Final = words(
    """
    team teams squad squads crew crews group groups tribe guild department departments division
    unit office management leadership helpdesk vendor vendors supplier suppliers partner
    partners provider providers subcontractor organisation organization company company's
    business security-team agency support ops operations devops qa infra netops secops noc soc
    product marketing sales finance procurement purchasing accounting compliance recruiting
    carrier carriers registrar landlord integrator legal hr engineering committee
    colleagues' development desk reception headquarters board council ministry bureau
    facilities logistics telecoms helpline hotline care networks
    """
)
BARE_TEAMS: Final = words(
    """
    support ops operations devops qa infra netops secops noc soc product marketing sales finance
    legal hr engineering management leadership development platform billing payments security
    networking data sre it procurement purchasing accounting compliance mobile frontend backend
    storage infrastructure
    """
)
"""Said of a team only with a capital and without an article: `Ops`, `Billing`."""
SMALL_TEAMS: Final = words(
    """
    procurement purchasing accounting support ops devops qa infra netops secops management
    leadership marketing sales
    """
)
"""The same with a small letter."""
DOUBTFUL_TEAMS: Final = words(
    """
    board facilities logistics care reception networks council
    group groups management support provider providers unit office operations division product
    engineering development business partner partners desk leadership finance
    """
)
"""Words for a team that mean a thing after some words."""

CUSTOMERS: Final = words(
    """
    user users customer customers subscriber subscribers visitor visitors tenant tenants shopper
    shoppers merchant merchants client-side buyer buyers guest guests reader readers attacker
    attackers adversary intruder intruders hacker hackers passenger passengers patient patients
    player players
    """
)
"""Outside the house: what happens to them is impact."""
ATTACKERS: Final = words("attacker attackers adversary intruder intruders hacker hackers")

NOT_A_TEAM: Final = words(
    """
    consumer security target scaling autoscaling auto-scaling resource process node instance
    placement parameter subnet volume cgroup control log task thread server replica replication
    shard option radio button tab user memory change configuration config capacity session state
    secrets secret key password identity access package dependency traffic connection power
    storage-class device certificate availability raft broadcast capture character build
    customer-support terraform oauth identity-provider auth dns credential credentials metrics
    context saml oidc cpu page lock transaction database ingress plugin vault cache test tls
    health proper extra more less great due without with take taking special virtual private
    neural social computer home local public both these those all kanban circuit
    browser language ipv6 ipv4 hardware api multi-region client
    """
)
"""Before one of the doubtful teams: then it is a thing."""

SOFTWARE_ROLES: Final = words(
    """
    operator operators manager managers owner owners provider providers leader leaders member
    members agent author support group groups management unit units user users lead partner head
    product client side party shift operations fellow senior secondary editor reader readers
    tenant tenants director supervisor
    """
)
"""People or software, by the word before them."""
SOFTWARE_BEFORE: Final = words(
    """
    default kubernetes k8s postgres postgresql mysql redis kafka elastic elasticsearch prometheus
    strimzi etcd raft cluster database db root service system unix linux iam cert secrets secret
    package session window network-policy volume resource cache pool connection queue task job
    process lock partition index zookeeper consul node pod container vault helm argo flux
    certificate credential configuration config memory state event file kernel device driver
    terraform aws gcp azure replica shard read test synthetic api bot anonymous application app
    sql boolean bitwise mongodb cassandra nginx traefik ingress olm custom backup cron snapshot
    """
)

CLUSTERED: Final = words(
    """
    heartbeat heartbeats quorum election elections followers follower lease leases raft crd crds
    reconcile reconciled replicaset
    """
)
"""A leader, an operator or a member in a sentence with one of these is software."""

_AGENCIES: Final = words(
    """
    gate booking ticket travel station insurance service field support call helpdesk human desk
    centre center
    """
)
ONLY_AFTER: Final = {
    "agent": _AGENCIES,
    "agents": _AGENCIES,
    "member": TEAMS | STAFF,
    "members": TEAMS | STAFF,
}
"""Words for people only behind some words."""

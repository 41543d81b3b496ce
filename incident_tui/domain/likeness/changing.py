"""What was changed, published or done by hand, in the words people use for it."""

from typing import Final

CHANGING: Final = {
    "account or supply chain compromised": (
        "phishing gave an outsider access; account taken over; employee laptop compromised; "
        "attacker gained access with stolen session; maintainers account hijacked; social "
        "engineering of support; malicious package published; dependency compromised; "
        "moderator's account used to post scam; discord admin; mfa fatigue; unauthorised "
        "access; sim swap; malware; stolen cookie; rogue employee; insider; intruder; "
        "vulnerability exploited unpatched; scam link; phishing; compromised; hijacked; stolen; "
        "hacker; intrusion; takeover; scam; unauthorised; impersonated; backdoor; webhook of "
        "discord used by attackers; breach; former employee; employee"
    ),
    "credential published": (
        "token in a container image; access key in the app bundle; password in the build log; "
        "credentials pushed to github; private key in the docker layer; .env file uploaded; api "
        "key in front end javascript; storage key part of the bundle; token could be read in "
        "the log of an open source project; secret printed in ci output; terraform plan or "
        "state with credentials published; hard coded password; pasted into a ticket or chat; "
        "leaked in a gist; key shipped with the artefact; exposed in a screenshot; pyc file; "
        "source map; secret visible in url; leaked secret; published; committed; public "
        "repository; pushed; exposed key; token in; git history; readable by anybody; key "
        "found; in the clear; plain text; container image with; uploaded by accident; notebook "
        "output with a token; helm values with password; artifact"
    ),
    "data exposed to others": (
        "bucket public and could be listed by anybody; data of one customer shown to another; "
        "cache served another user's page; missing authorisation check; exposed database "
        "without password; private files reachable by link; cross tenant leak; mixed up "
        "sessions; mail sent to the wrong recipients; addresses in cc; personal data in logs; "
        "public dashboard; permissions too wide; internal endpoint open to the internet; "
        "visible to everyone; index exposed; shared link; exposed; visible; public; private "
        "data; privacy; another user's; leak of personal data; other customers; disclosed; "
        "world readable; access control missing; wrong recipient; sharing"
    ),
    "permission missing": (
        "permission denied; role lost a permission; iam policy change removed access; service "
        "account could not read the bucket; owner of files root; rbac role binding deleted; 403 "
        "forbidden after policy update; access rights revoked; security hardening took a right "
        "the job needed; kms key grant missing; least privilege clean up; selinux; database "
        "grants missing for the new table; bucket made private; could not assume role; sudo; "
        "not authorised to; permission; access; denied; policy; role; rights; forbidden; iam; "
        "rbac; privileges; chmod; not authorised; owner; group; trust policy; kiam; irsa; "
        "assume; could not write; read only; unreadable files"
    ),
    "firewall or filter blocked": (
        "firewall rule blocked traffic; security group change cut the application off; port "
        "closed; egress policy denied; network policy; ip allow list did not hold the new "
        "addresses; partner's firewall; waf false positive blocked customers; bot protection "
        "blocked real users; fraud filter; sender put on a block list; ip banned; geo block; "
        "ddos protection dropped good traffic; ntp blocked by firewall; acl; spam filter; "
        "content filter; reputation list; proxy refused; office address not whitelisted; rate "
        "limiter blocked legitimate; blocklist; firewall; blocked; security group; rule; port; "
        "allow list; denied by policy; waf; filter; blacklist; modsecurity; ip range; banned; "
        "rejected legitimate; proxy; egress; network acl; quarantine; dropped by the rule"
    ),
    "bad configuration value": (
        "wrong value in configuration; typo in yaml; missing comma; empty string read as null; "
        "indentation; env var missing; nobody set the variable in production; key missing in "
        "the values file; wrong unit seconds instead of milliseconds, cents read as euros, "
        "factor of thousand; wrong url in the settings; configuration pointed to the test "
        "system; wrong default; copy and paste in the config; boolean inverted; parameter "
        "misspelled; config pushed without validation; malformed file crashed all hosts; "
        "invalid rule; wrong threshold value; feature misconfigured; template rendered empty; "
        "quoting; config drift; config map not mounted; config loaded on restart only; "
        "configuration; setting; value; variable; parameter; yaml; wrong; typo; missing; "
        "default; unit; misconfigured; env; mis-set; url; applied wrong; helm value; flag "
        "wrong; incorrect; option; file could not be parsed; factor; inverted; limit set too "
        "low; invalid; malformed"
    ),
    "release with a bug": (
        "bug in the new release; null pointer; regression; unhandled exception; wrong "
        "condition; off by one; crash on startup after deploy; edge case not tested; code "
        "error; javascript error broke the page; wrong query in the new version; refactoring "
        "changed behaviour; missing await; type error; undefined method; bad deploy; fix "
        "introduced another bug; logic inverted; performance regression n+1 queries; crash when "
        "a list is empty; asset missing; broken build; bug; release; new version; rolled back; "
        "revert; exception; crash; code; error in code; hotfix; broken; fix; null; logic; "
        "defect; deploy of the application; untested"
    ),
    "deploy process": (
        "pipeline deployed without tests; canary missing and the whole fleet got it; no staged "
        "rollout; hotfix skipped review; partial deploy left mixed versions; deploy order "
        "wrong, code before schema; wrong branch deployed; stale artefact deployed; old image "
        "tag; rollback did not work; rollout stopped half-way; no lock on deployment; release "
        "frozen; one server missed the deploy; old and new side by side; helm release failed; "
        "merged by accident; cache of old assets; blue green switch; deploy; deployment; "
        "pipeline; rollout; staging; canary; order; lock; mixed; half; at once; simultaneous; "
        "ci; helm; old version; parallel; two releases; without review; skipped step; manual "
        "deploy; race of two deploys; not tested before"
    ),
    "feature flag": (
        "feature flag switched on for everybody; flag removed while still off; experiment "
        "ramped to full; kill switch missing; flag default wrong when the flag service is down; "
        "toggle reused; flag evaluated per request; flag targeting rule; percent rollout; "
        "launched to all; flag flipped in production; flag left from an old test; dark launch; "
        "a/b test assigned; flag; toggle; experiment; switched; enabled; rollout percentage; "
        "feature; turned on; ramp; kill switch"
    ),
    "schema migration lock": (
        "migration locked the table; alter table held an exclusive lock and all queries waited; "
        "adding a column with default rewrote the table; index built without concurrently "
        "blocked writes; backfill in one transaction; migration during peak; lock queue; long "
        "transaction blocked the ddl; foreign key validation; rewrite of orders table; metadata "
        "lock; online schema change tool; blocked all writes for minutes; every request waited "
        "behind the lock; migration held a lock on the users table; large migration; migration; "
        "alter; lock; table; column; index creation; ddl; backfill; schema change; rewrite; "
        "large table; maintenance; exclusive; waited; writes blocked; long running"
    ),
    "schema and code out of step": (
        "code expected a column that did not exist yet; column dropped while old code still "
        "used it; migration ran after the deploy; renamed field broke consumers; source schema "
        "changed and the sync stopped; enum value unknown to the old version; not null "
        "constraint; schema registry incompatible; avro; serialized format changed between "
        "versions; rollback impossible after migration; protobuf field; replicated table "
        "differs; missing column; view outdated; prepared statements; contract changed; api "
        "response field removed; unknown field; schema; column; field; format; contract; "
        "renamed; dropped; expected; old code; payload changed; incompatible; missing; enum; "
        "serializer; migration not run; model; out of step; consumers"
    ),
    "upgrade broke it": (
        "upgrade broke it; new major version changed behaviour; kubernetes upgrade removed api; "
        "chart version dropped annotation; provider upgrade changed default; os update "
        "restarted services; kernel update; unattended upgrades; library update escaped in "
        "another way; auto update of the agent; base image changed; database upgrade lost "
        "statistics; new version of the runtime; operator upgrade; eks add-on; cni upgrade; "
        "ingress controller upgrade dropped support; security patch; minor version bump; ami "
        "update; package update restarted docker; systemd update removed routes; upgrade "
        "changed permissions; default limit changed with the update; driver update; browser "
        "update; upgrade; update; new version; kubernetes; version; major; behaviour changed; "
        "removed; deprecated api; chart; default changed; after the upgrade; kernel; module; "
        "provider; operating system; add-on; addons; package; breaking change; bumped; "
        "incompatible after; release notes; changed mechanism; terraform module; patched; "
        "migrated to; labels changed"
    ),
    "incompatible versions": (
        "version mismatch between client and server; two versions of a gem installed; "
        "dependency conflict; application bundle needs another version than the system package; "
        "transitive dependency dropped a function; unpinned dependency picked up a new release; "
        "latest tag; floating version; fresh install; lock file missing; old clients spoke the "
        "old protocol; incompatible wire format; library abi; python version; node version; "
        "package removed from registry; left-pad; glibc; openssl; already activated; requires "
        "newer; unsupported; binary built for another architecture; plugin incompatible; image "
        "mismatch; signatures no longer matched; config format no longer accepted; helm chart "
        "and image do not fit; jupyter hub user image package upgrade; version; dependency; "
        "mismatch; incompatible; conflict; library; gem; package; requires; bundle; installed; "
        "unpinned; latest; pinned; protocol; pip; npm; runtime; module; different version; "
        "system; activated; plugin; image built with; prime version; could not load; resolved "
        "to; lock"
    ),
    "image or artefact missing": (
        "image pull failed; image tag deleted; registry cleanup removed images; artefact not "
        "uploaded; registry credentials; image not found; errimagepull; wrong architecture; "
        "package not in repository; download of a binary failed at boot; apt mirror gone; ami "
        "deregistered; build artefact expired; file missing in the package; bootstrap script "
        "downloads from internet; checksum of download; helm repo gone; base image removed; "
        "asset bundle missing; image; registry; pull; artefact; missing; tag; not found; "
        "download; build; package; repository; deleted; could not be pulled; mirror; checksum; "
        "ecr; push failed"
    ),
    "wrong environment": (
        "command run in the wrong environment; production profile still selected; script "
        "executed against the live database instead of staging; wrong cluster context; thought "
        "it was the test system; wrong terminal window; deleted the production bucket instead "
        "of the test one; terraform applied to the wrong account; test pointed at production; "
        "migration run on prod by mistake; wrong server; restart of the wrong host; meant for "
        "staging; kubectl context; staging job used production credentials; wrong workspace; "
        "intern; test suite wiped the live database; mixed up names of two hosts; sandbox; "
        "wrong; production; staging; environment; cluster; instead of; test; terminal; context; "
        "server; meant; by mistake; command; live; account; window; against; thought; "
        "namespace; name confused; other system"
    ),
    "deleted by mistake": (
        "deleted by mistake; clean-up script removed too much; retention job deleted files "
        "still referred to; wildcard delete; drop table; terraform destroyed the resource; "
        "cascade delete took all orders along through a foreign key; garbage collection removed "
        "live objects; lifecycle rule; bucket removed; sites deleted by script with wrong ids; "
        "truncated; rm -rf; record removed; namespace deleted; deprovisioned the wrong servers; "
        "too many servers removed by a typo in a command; replaced the nat gateway; resource "
        "recreated by terraform; user removed; orphan detection wrong; deleted while in use; "
        "prune; wipe; deleted; removed; destroyed; by mistake; clean-up; wiped; accidentally; "
        "dropped; script; terraform; replaced; recreated; purged; lost; unintended; namespace; "
        "too much; rm; pruned; terminated"
    ),
    "ownership or communication": (
        "nobody owned the service; the person who knew left; runbook out of date; manual step "
        "forgotten; change not announced; other team not informed; no documentation; follow-up "
        "never done; access to the system missing during the incident; on-call could not log "
        "in; unclear responsibility; workaround became permanent; two teams changed the same "
        "thing; no review; misunderstanding; handover; approvals; maintenance window without "
        "notice; only one person had access; knowledge; out of office; owner; runbook; "
        "documentation; informed; knew; communication; team; process; review; manual; known; "
        "forgotten; access; responsibility; follow-up; postponed; ticket; missing approval; not "
        "told"
    ),
    "proxy or ingress configuration": (
        "nginx reload failed; malformed route manifest; envoy rejected configuration; virtual "
        "host missing; wrong path rewrite; header size limit; body size limit; proxy timeout; "
        "duplicate host rule; annotation not recognised; api gateway route; redirect loop; "
        "http2; istio sidecar; cors header; cookie domain; upstream block; proxy buffers; host "
        "header; sticky sessions; ingress; nginx; proxy; traefik; route; reload; configuration "
        "rejected; invalid host; path; header; annotation; envoy; haproxy; vhost; duplicate "
        "ingress; snippet; controllers crashlooping; bad manifest; middleware; redirect"
    ),
    "dns record wrong": (
        "dns record deleted; wrong record; zone file with an error; cname pointed to nothing; "
        "delegation to name servers that do not know it; terraform removed the zone; typo in mx "
        "record; dnssec signature invalid; bogus; wrong hosted zone; private zone hid the "
        "public; wildcard record; nameserver change; glue; zone transfer; soa serial; record "
        "missing after migration; split horizon; dns; record; zone; name; delegation; hosted "
        "zone; external-dns; removed entry; wrong entry; cname; typo; nameserver; could not be "
        "resolved; record overwritten; unreachable name"
    ),
    "cluster control plane": (
        "api server overloaded; etcd slow; admission webhook timed out and pods could not "
        "start; controller restarted; operator looped; scheduler stuck; kubelet; certificate "
        "controller; node drained for an upgrade without disruption budget; pods evicted; "
        "daemonset; control plane memory; cordoned; taint; autoscaler deleted nodes; consul; "
        "nomad; too many watches; crd; leader election of controller; gatekeeper; cluster "
        "upgrade restarted all; webhook failing closed; pod disruption; node rotation; kube- "
        "state-metrics labels; ipc; namespace stuck; control plane; api server; etcd; webhook; "
        "admission; controller; scheduler; drain; evicted; nodes not ready; cluster; operator; "
        "recycled nodes; pods not starting; kube; timeouts of the api; terminating"
    ),
}

"""What broke, lagged or went unseen, in the words people use for it."""

from typing import Final

BREAKING: Final = {
    "dns resolver failing": (
        "dns resolver overloaded; coredns pods out of memory; kube-dns timeouts; lookups failed "
        "intermittently; five second dns delays with conntrack; ndots; resolver could not keep "
        "up; dns provider outage; name resolution timed out; node local dns; udp packets "
        "dropped to resolver; resolver cache disabled; nameserver unreachable; resolv.conf "
        "overwritten; systemd-resolved; upstream dns down; queries servfail; dns; resolver; "
        "lookups; coredns; name resolution; nameserver slow; dns timeouts; queries; resolution "
        "fails now and then; dns pods; too many lookups; dns server"
    ),
    "stale dns or address": (
        "dns ttl too long sent traffic to the old address; resolvers ignored the ttl; java "
        "caches dns forever; stale endpoint list; connection kept to the former primary after "
        "failover; hard coded ip address; service discovery returned dead instances; address "
        "changed and config had the old one; cached address; pods ip reused; host file; pinned; "
        "consul catalog stale; after the migration a third of clients went to the old server; "
        "ttl; old address; old ip; cached; outdated endpoint; still sent; previous; after the "
        "move; moved; kept; resolver cache; not picked up; former server; stale; connection to "
        "the old one; until restarted"
    ),
    "routing or bgp": (
        "bgp announcement withdrew prefixes; route leak; wrong route; backbone configuration "
        "disconnected data centres; policy change removed routes; prefix no longer announced; "
        "more specific route hijack; transit provider filtered; route table entry missing after "
        "the peering; static route to the wrong next hop; vpn route; default route lost; "
        "traffic black holed; peering; transit gateway attachment; router policy term order; "
        "anycast; asymmetric; network unreachable; route; routes; bgp; prefix; announce; "
        "routing table; router; gateway; next hop; advertised; path; transit; subnet route"
    ),
    "network path or hardware": (
        "packet loss on the link; fibre cut by roadworks; switch died; router crashed; network "
        "card failing; cable; uplink saturated; second path in the same duct; link flapping; "
        "spanning tree loop; mtu mismatch dropped large packets; bandwidth full; isp outage; "
        "vpn tunnel down; interconnect; transit congested; firmware bug in switch; optics; "
        "network partition between zones; crc errors; dropped packets between two sites; "
        "latency between regions; loose; load balancer hardware failed; network; packets; link; "
        "switch; router; loss; provider line; interface; bandwidth; connectivity between sites; "
        "isp; uplink; duplex; flapping; cut; firmware; partition"
    ),
    "load balancer targets": (
        "target group empty; instances deregistered; health checks removed all backends; "
        "backend not registered after deploy; ingress had no endpoints; listener deleted; "
        "draining too short; all nodes marked unhealthy; service selector no longer matched; "
        "node port changed; wrong target port; 503 as no healthy upstream; endpoints empty; "
        "label selector; registration; load balancer; target group; targets; backends; "
        "registered; deregistered; attached; detached; alb; elb; endpoints; pool members; no "
        "healthy; nodeport; listener; association; 503; selector; removed from rotation"
    ),
    "slow query or missing index": (
        "slow query; missing index on the new column; full table scan; planner chose a bad "
        "plan; statistics out of date after upgrade; index dropped; query without limit; report "
        "query on the primary; n+1; join over large tables; unindexed search; search slow since "
        "an index was missing; sequential scan; table grew; count; pagination deep offset; "
        "expensive aggregation; query plan flipped; orm; bloat; vacuum; hot row; query; slow; "
        "index; scan; plan; sql; join; report; statistics; table; unindexed; expensive; "
        "aggregation; clickhouse; full scan; optimise; timeout of queries; heavy; too many rows"
    ),
    "lock contention or deadlock": (
        "deadlock between two transactions; row lock contention; transactions waiting for each "
        "other; lock timeout; mutex; advisory lock not released; lock file left behind; lease "
        "lost; scheduler lost its lock; hot row updated by all; lock on counter row; global "
        "lock; blocked by a session that was open; lock held by a dead process; table locked by "
        "backup; lock wait; stale lock; contention on the queue table; lock; locked; deadlock; "
        "contention; wait; transaction; blocked; lease; held; row; released"
    ),
    "replication or failover": (
        "failover to a lagging replica lost writes; split brain, two primaries, both data "
        "centres believed they were leader; histories had to be merged; old leader kept "
        "accepting writes; leader election flapping; quorum lost; failover did not happen as "
        "the check said healthy; automatic failover disabled; replica could not be promoted; "
        "replication broken for weeks; standby out of date; replica lag; cluster without "
        "leader; etcd, consul or zookeeper lost quorum; fencing missing; replica rebuilt; "
        "failover script; arbiter; replication slot; network partition made both promote; dns "
        "still pointed to old primary; regional failover never rehearsed; failover; replica; "
        "primary; leader; standby; replication; promoted; quorum; election; cluster; master; "
        "secondary; split; switchover; lag; two leaders; fenced; consensus; in two halves"
    ),
    "data corruption or wrong data": (
        "data corrupted; checksum mismatch; wrong prices; duplicated rows; orders lost; balance "
        "wrong; partial write; index corrupt; inconsistent after crash; wrong data imported; "
        "test data in production; backfill overwrote values; bad merge; truncated; records "
        "linked to the wrong customer; rounding; stale values written back; lost update; file "
        "damaged; conversion error; bit rot; restored old data over new; dirty; corrupt; wrong "
        "data; inconsistent; lost; damaged; duplicate; incorrect; mismatch; overwritten; "
        "missing rows; bad data; restored; repaired; incomplete; integrity"
    ),
    "double processing": (
        "charged twice; message processed twice; job ran twice; invoices sent two times; retry "
        "of a request that had in fact succeeded; not idempotent; two schedulers active; cron "
        "overlap; second instance of the job; both workers took the same item; duplicate mails; "
        "duplicated orders; at least once delivery; reconciliation ran in parallel; each "
        "started the payout; double booking; both believed they held the lease; race condition; "
        "concurrent updates; check then act; ran at the same moment; two copies; overlapping "
        "runs; read before write finished; ordering of events not guaranteed; started before "
        "its dependency was ready; race at startup; twice; duplicate; double; parallel; race; "
        "concurrent; at the same time; idempotent; overlap; repeated; same job; two instances; "
        "ordering; lock missing; second run; interleaved"
    ),
    "poison message": (
        "malformed event; parse error restarted the worker for ever; queue stuck on one broken "
        "attachment; dead letter queue missing; unexpected payload; message too large; unknown "
        "event type; worker stuck on the same item; deserialization; bad record in the stream; "
        "character that could not be decoded; import stopped at an invalid line; one bad row; "
        "feed with broken xml; unparsable; message; malformed; parse; consumer; crash; null; "
        "event; stuck; invalid record; payload; loop; same item; unexpected; dead letter; "
        "blocked partition; deserialise; bad row; skip"
    ),
    "queue backlog": (
        "queue grew; consumers lagged; backlog of jobs; consumer stopped; jobs not picked up; "
        "kafka rebalance storm; too few workers; low priority jobs blocked urgent ones; broker "
        "down; rabbitmq memory alarm; queue blocked publishers; delayed for hours; delayed job "
        "workers; scheduler did not hand out work; kafka brokers restarted at the same time; "
        "under replicated partitions; offsets lost; consumer group; celery; sidekiq; dispatch; "
        "events delivered late; throughput of consumers; downstream slow inserts; queue; "
        "backlog; consumer; lag; kafka; jobs; delayed; workers; broker; processing behind; "
        "topic; rebalance; stalled; piled up; not consumed; pending jobs; rabbitmq; ingestion "
        "delayed; stuck"
    ),
    "stale cache or content": (
        "invalidation message lost; purge missing after the release; old content from the cdn; "
        "browser cached old script; edge cache kept last week's list; showed last year; old "
        "page; cache not refreshed; wrong cache key; cached error page; cached 404; negative "
        "cache; cache header; cached redirect; read replica stale; old values; search index not "
        "updated; not purged; outdated; served from an old cache; stale; cache; old; purge; "
        "invalidation; cdn; refreshed; cached; previous version shown; expired entries; "
        "yesterday; not updated; browser"
    ),
    "third party down": (
        "vendor outage; payment processor unavailable; mail provider outage; identity provider "
        "outage; github outage; npm registry incident; cdn provider down; upstream supplier; no "
        "second provider; external api returned errors; saas dependency unavailable; package "
        "registry down; docker registry unreachable; map provider; bank connection; carrier; "
        "chat service of the vendor; flag service outage; auth0; twilio; stripe; credit check; "
        "single supplier; external service; dns provider attacked; monitoring vendor; provider; "
        "vendor; external; outage; third-party; supplier; unavailable; upstream; service of the "
        "partner; down; api of; failed on their side; saas; gateway of the bank; sms; mail; "
        "dependency on; auth0 outage; pypi; quay; dockerhub; github; letsencrypt down; "
        "cloudflare"
    ),
    "cloud zone or data centre down": (
        "availability zone outage; region down; data centre lost power; cooling failed and "
        "servers overheated; ups failed; generator did not start; rack power; all replicas in "
        "one zone; both nodes in the same rack; zone had a power cut; cloud provider incident "
        "in us-east-1; storage backend of the cloud; fire; flood; heat wave; breaker tripped; "
        "cloud control plane down; colocation; hypervisor host crashed; single zone; everything "
        "stood in one room; zone failure; power supply; zone; region; data centre; power; "
        "cooling; rack; cloud; outage of the provider; ups; generator; electricity; single "
        "location; hall; temperature; all in one; azure; aws; gcp; disaster"
    ),
    "hardware failure": (
        "disk failed; raid controller; memory module errors; ecc; motherboard; ssd worn out; "
        "server died; host crashed; hard drive; fan; battery; bad sector; slow disk of one "
        "node; degraded raid rebuild; kernel panic on host; nic; replaced hardware; machine "
        "check; firmware bug in disk; instance retired hardware degradation; node lost; only "
        "switch lost its power supply; hardware; disk; broken; server; failed; memory module; "
        "machine; replaced; died; faulty; degraded; raid; node; physical; component; drive; "
        "bad; instance failure"
    ),
    "volume or node attach": (
        "persistent volume bound to another zone; multi attach error; mount failed; stale nfs "
        "handle; csi driver; node not ready; node drained and volume stayed; ebs stuck "
        "detaching; pod stuck container creating; mount point missing after reboot; wrong "
        "fstab; remount read only; device name changed; statefulset; pvc; volume; attach; "
        "mount; persistent; zone; detach; csi; nfs; node; storage class; stuck; remount; ebs; "
        "filesystem not mounted"
    ),
    "no usable backup": (
        "backup empty; restore failed; backups not tested; snapshot missing; backup did not "
        "run; restore took days; backup key lost; corrupted backup; backup on the same disk; "
        "point in time recovery off; backup job silently failing; retention too short; backup "
        "of the wrong database; restore never rehearsed; archive incomplete; recovery; backup; "
        "restore; snapshot; dump; copy; empty; untested; missing; archive; incomplete; could "
        "not be restored; weeks"
    ),
    "job failed silently": (
        "job failed silently; cron did not run for weeks; exit code ignored; errors swallowed; "
        "nobody noticed; script reported success; sync stopped; nightly job skipped; renewal "
        "job off; mail to root unread; scheduled task disabled; pipeline green although; empty "
        "file imported; timer; export produced no rows; partial import without error; "
        "monitoring of the job missing; nightly import did not run; log shipper stopped; "
        "silently; unnoticed; cron; job; stopped; weeks; no error; success; exit; ignored; "
        "scheduled; did not run; months; disabled; empty; swallowed; stale since"
    ),
    "alert missing or unseen": (
        "no alert for it; customers told us; alert on the error rate missing; alert silenced "
        "during the move and never switched on again; alerts sent to a channel nobody watches; "
        "pager schedule empty; wrong on-call; alert threshold too high; noise drowned the "
        "alert; alert rule broken by label change; monitoring down at the same time; monitoring "
        "agent stopped; metrics missing; dashboards only; alert went to a team that no longer "
        "exists; escalation policy; muted; detection took hours; paging provider; alert "
        "fatigue; false alarm; heartbeat; synthetic check missing; found by users; status page "
        "on the same cluster; alert; alarm; monitoring; notified; pager; customers reported; "
        "unnoticed; silenced; threshold; noise; dashboard; on-call; metrics; missed; channel; "
        "detection; no alarm; not paged; labels; late"
    ),
    "health check misleading": (
        "health check passed although the service was broken; status page always said OK; probe "
        "only opens the port; instances with full disk stayed in rotation; liveness probe "
        "killed slow pods; health check depends on database so all instances left at once; "
        "probe too strict; check returned 200; startup longer than the probe allows; restarts "
        "by liveness; shallow check; black hole host answered fast errors; unhealthy host kept; "
        "healthy though; deep health check; health check; probe; healthy; liveness; readiness; "
        "green; status; restarted by; unhealthy; rotation; false; check; ready; too early; "
        "killed; timeout of the probe; pingdom"
    ),
    "cascading dependency failure": (
        "failure of one service spread; slow backend took down the shop; no circuit breaker; no "
        "timeout; hanging dependency; shared database; critical path dependency not known; "
        "fallback missing; optional feature broke checkout; fail closed; everything depends on "
        "auth service; domino; cyclic dependency at startup; bulkhead; load shedding; degraded "
        "mode; service waited for it and stopped too; timeouts added up; shared redis; shared "
        "cluster; hard dependency; blast radius; connection to config service lost; dependency; "
        "cascade; spread; slow backend; timeout; circuit breaker; fallback; other services; "
        "shared; failed in turn; waited; upstream; hard; downstream; knock-on; coupled; "
        "overload moved on"
    ),
    "clock or calendar": (
        "clock skew; ntp stopped; time drift; leap second; daylight saving change ran the job "
        "twice; wrong time zone; february 29; year change; date parsed in local time; week "
        "number; end of month; epoch milliseconds; summer time; timestamp in the future; one- "
        "time codes refused; midnight; time zone of the scheduler; 2038; y2k; date format; new "
        "year; clock; time; ntp; date; zone; skew; drift; daylight; year; timestamps; hour; "
        "leap; calendar; seconds ahead; month; schedule; utc"
    ),
    "encoding or input": (
        "character encoding; unicode name broke the import; emoji; file in another character "
        "set; bom; csv with semicolons; unexpected input; very long input; sql quoting; special "
        "character in password; html escaped twice; json with nan; line endings; locale decimal "
        "comma; url encoding; umlaut; file name with spaces; latin1; encoding; character; "
        "unicode; input; escape; string; special; format of the file; text; locale; quoting; "
        "csv; umlauts; parse"
    ),
}

"""What ran out, ended or was too much, in the words people use for it."""

from typing import Final

RUNNING_OUT: Final = {
    "expired certificate": (
        "certificate expired; intermediate CA past its validity; root certificate out of date "
        "in the trust store; nobody renewed the wildcard cert; x509 not valid after yesterday; "
        "browsers warned visitors of an insecure connection; mutual TLS broke as the leaf "
        "certificate was too old; SAML signing certificate valid for one year was over; renewal "
        "with let's encrypt acme certbot failed for weeks; cert-manager could not issue a new "
        "one; ssl error; ocsp; chain; certificate rotated too late; expiry date not monitored; "
        "client certificates ended on sunday; code signing certificate no longer valid; gateway "
        "certificate not reloaded after renewal so the old one was still served; validity "
        "ended; tls chain could not be verified any more; renewal of certs; not renewed in "
        "time; cert no longer trusted; date in the past; kubelet certificates; webhook "
        "certificate; etcd peer certs; apns push certificate; metadata certificate of the sso; "
        "old root removed from browsers; issuer changed"
    ),
    "expired or rotated credential": (
        "token expired; password of the service account was rotated on one side only; api key "
        "revoked; signing key changed and old sessions were rejected; secret out of date in the "
        "vault; shared secret replaced by the partner; credentials of the backup user no longer "
        "accepted; personal access token reached its end; key pair rotation missed one "
        "consumer; gpg key past its date; jwt keys rollover invalid signature; kerberos keytab "
        "old; ssh key removed when the employee left; refresh token stopped working; oauth "
        "client secret ran out after two years; authentication failed 401 since the password "
        "changed; integration broke after credentials were reset; credentials; invalid token; "
        "auth token; revoked key; wrong password after a change; login of the job denied; aws "
        "keys; robot account; deploy key; bot token; session secret; encryption key; could not "
        "authenticate to the registry; signature check with the new key; secrets manager; kms; "
        "decrypt"
    ),
    "domain lapsed": (
        "domain registration lapsed; registrar invoice unpaid and the domain was parked; domain "
        "name expired and renewal mail went to an old address; zone suspended by the registrar; "
        "whois verification not answered; lost the domain; domain was not extended; domain put "
        "on hold; registrar; domain; renew the domain; nameservers of the registrar; whois"
    ),
    "licence or payment": (
        "licence expired; license server rejected seats; trial period over; subscription "
        "cancelled as the invoice was unpaid; credit card on file declined; budget cap reached "
        "and the project was suspended; billing account closed; prepaid credits used up; "
        "account locked for non payment; spending limit hit; purchase order not renewed; cloud "
        "resources shut off because nobody paid; entitlement ended; contract ended with the "
        "provider; payment; invoice; bill; subscription; licence; billing; budget; quota of "
        "money; account suspended; credits; funding; cost; paid; finance"
    ),
    "retired by its maker": (
        "provider retired the instance; legacy api switched off by its maker as announced; end "
        "of life version removed; sunset of the old endpoint; scheduled maintenance by the "
        "vendor; deprecation date passed; announcement went to a mailbox nobody reads; old "
        "machine generation terminated; provider stopped supporting the old protocol; forced "
        "upgrade by the cloud vendor; the host under the vm was decommissioned; service "
        "discontinued; removal had been announced a year ago and we still called it; "
        "deprecated; end of support; discontinued; sunset; retired instance; maintenance "
        "notice; ignored notice; unread mails; turned off by the provider; deadline for "
        "migration missed; removed by the vendor"
    ),
    "disk full": (
        "disk full; ran out of space; volume filled by logs; filesystem at 100 per cent; "
        "partition full of core dumps; inode table used up by small files; wal segments piled "
        "up behind an abandoned replication slot; debug logging filled the root volume; log "
        "rotation did not run; blocked writes as the flood stage watermark was passed; index "
        "became read only; temp files not cleaned; artifact store had no room; database stopped "
        "accepting writes since storage was exhausted; backups kept on the same disk; docker "
        "images and build cache ate the disk; object storage bucket quota; free space alarm; "
        "old snapshots kept; binlogs; tablespace could not grow; uploads refused since the last "
        "gigabyte was used; queue volumes full; prometheus volume full; storage; free space; "
        "gigabytes; volume size too small; filled up; ran full; growth of the index; node disk "
        "pressure; ephemeral storage; clickhouse parts; home directories full; nfs share full; "
        "user filled the shared volume; old releases not deleted; retention of metrics; "
        "elasticsearch read only; storage exhausted; capacity of the volume; low disk; file "
        "server; swap file; heap dumps; uploads directory; mailbox full; no space for temporary "
        "tables"
    ),
    "out of memory": (
        "out of memory; OOMKilled; kernel killed the process; heap exhausted; memory limit too "
        "low; swap thrashing; java OutOfMemoryError; large result set loaded into memory; rss "
        "rose; memory pressure evicted pods; buffer too big; garbage collection pauses; memory "
        "limit raised; doubling the memory resolved it; node with more memory; too many series "
        "held in memory; big export built in memory; worker killed with signal 9; redis reached "
        "maxmemory; memory; oom; ram; larger dataset; memory usage doubled; too many objects "
        "loaded at once; jvm; crashloop because of memory; limit of the container; users "
        "started large notebooks; grew with the number of namespaces; cardinality explosion of "
        "metrics label; dashboard query loaded months; hub process killed"
    ),
    "memory leak": (
        "memory leak; process grew by megabytes an hour until it was killed; cache without a "
        "bound; memory crept up since the release; objects never freed; listeners not removed; "
        "leak in native library; restart every night as a workaround; unbounded map; slow "
        "growth over days; heap dump showed retained sessions; goroutine leak; grows with every "
        "request; leaked; leak; slowly growing; restart helps; memory not given back; "
        "accumulates; rises until; after some days; since the last version memory climbs; file "
        "handles not closed; subscriptions kept; unclosed"
    ),
    "connections exhausted": (
        "connection pool exhausted; too many clients already; max_connections reached; each "
        "lambda or pod opens its own session; pool too small; pgbouncer limit; connection leak; "
        "idle in transaction sessions held; export held so many database sessions that web "
        "requests could not get one; doubling the pods doubled the connections; connection "
        "limit of the primary hit; remaining connection slots are reserved; reporting job had "
        "taken the whole pool; waiting for a free connection; clients opened a new connection "
        "for every call; redis max clients; connection storm; connections; pool; sessions; "
        "database clients; pooler; open connections; limit of connections; each worker keeps "
        "one; no connection could be had; leaked handle; sockets; idle connections; proxysql; "
        "too many sessions; connection churn; pool size; starved of connections; stuck "
        "transactions held them"
    ),
    "threads and workers blocked": (
        "all worker threads busy; thread pool exhausted waiting for a slow backend; request "
        "handlers blocked; event loop blocked; no free workers; gunicorn workers hung; executor "
        "queue full; threads waited for a lock or a slow call and the service stopped "
        "answering; concurrency limit reached; puma threads; every handler stuck on the hanging "
        "dependency; no deadline set on the call; slow upstream used all slots; request "
        "queueing; synchronous call in the request path; starved; workers; threads; blocked; "
        "waiting; hung calls; queue of requests in front of the app; passenger; all processes "
        "busy; no reply; wait for a slow service; synchronous; timeouts missing; hang; stuck "
        "processes; unresponsive"
    ),
    "descriptors, ports or addresses used up": (
        "too many open files; file descriptor limit ulimit; inotify watches; ephemeral ports "
        "exhausted; conntrack table full and packets dropped; snat ports on the nat gateway; ip "
        "addresses exhausted in the subnet; no free addresses for pods; dhcp range used up; "
        "address pool of the vpc too small; sockets in time_wait; kernel table full; pid limit; "
        "process limit; sockets left open; ran out of ips; eni limit; nofile; descriptors; "
        "ports; ip; subnet; conntrack; sockets; exhausted range; pids; limits of the kernel; "
        "nat; cni could not assign an address; warm ip pool; larger cidr needed; secondary "
        "range; addresses used up"
    ),
    "cpu saturated": (
        "cpu at 100 per cent; cores saturated; cpu throttled by its limit; expensive regular "
        "expression backtracking; catastrophic regex in a firewall rule; busy loop; infinite "
        "loop; load average; hot loop; crypto expensive; compression used all processors; noisy "
        "process; cpu credits used up; burst balance empty; steal time; spin; runaway pattern; "
        "parsing took quadratic time; serialization expensive; processor; cpu; load; cores "
        "busy; throttling; computation; regex; loop; hot; spinning; expensive page; query of "
        "death; burned; single threaded process at its limit"
    ),
    "quota or platform limit": (
        "quota reached; account limit on instances; service limit of the cloud; could not start "
        "machines as vcpu quota was used; maximum number of load balancers; api quota per "
        "project; hard limit of the platform; limit increase requested from support; too many "
        "objects; limit on routes or rules; mapping field limit total fields index; etcd "
        "database size quota; maximum number of partitions; pods per node limit; number of tags "
        "limit; storage quota; quota; limit of the platform; cap; maximum allowed; limit raised "
        "by support; ceiling; too many resources; exceeded allowed number; account limits; user "
        "pods quota; project limit; secret size limit; one megabyte limit; label length; name "
        "too long; number of rules"
    ),
    "identifiers exhausted": (
        "integer overflow of the primary key; id column 32 bit; sequence exhausted; auto "
        "increment reached 2147483647; transaction id wraparound, database stopped to protect "
        "transaction ids; autovacuum could not keep up; number did not fit into four bytes; "
        "counter wrapped; invoice number too long; smallint; ids ran out; version counter "
        "overflow; signed int; overflow; ids; integer; sequence; wraparound; counter; bits; "
        "largest value; number range"
    ),
    "rate limited": (
        "rate limit hit; 429 too many requests; throttled by the api; docker hub pull limit; "
        "registry limited anonymous pulls; github api rate limit; requests per second limit on "
        "the gateway too low; partner throttled us; dynamodb throttling; provider limits "
        "writes; api calls exceeded the allowance; lookup limit; calls rejected since we polled "
        "too often; downstream throttled inserts; limit per minute; token bucket; sending limit "
        "of the mail provider; control plane throttled; throttled; rate limit; limit on calls; "
        "too many calls; api refuses; per minute; per second; backoff asked; quota of requests; "
        "allowance of the api used; aws api throttling; route53 throttling; letsencrypt rate "
        "limit; pulls"
    ),
    "too little capacity": (
        "not enough capacity for the load; autoscaler reached its maximum; too few instances; "
        "undersized cluster; half the capacity after failover; scaling too slow; cluster had no "
        "room for new pods; no spare nodes; pods pending as no node had cpu or memory left; "
        "unschedulable; instance type out of stock; capacity planning missed growth; node pool "
        "maximum; scaled down at night and morning traffic came; autoscaler removed healthy "
        "hosts; replicas set too low; requests and limits wrong; headroom gone; resource "
        "starvation; node group full; slow provisioning; cold start of new machines; capacity; "
        "scale; more machines; nodes; scaling; autoscaler; replicas; undersized; sizing; could "
        "not be scheduled; pending; spot instances reclaimed; gpu not available; placeholder "
        "pods; user servers took long to start; not enough; more resources; larger instance; "
        "system pods starved; requests of cpu; headroom; one replica; workshop with many users"
    ),
    "traffic surge": (
        "traffic surge; ten times normal load; spike of visitors after tv ad; black friday; "
        "newsletter to all users; launch day; viral post on hacker news; registrations opened "
        "for an event; ticket sale; everybody logged in monday morning; exam results; "
        "unexpected demand; peak higher than ever; campaign not announced to operations; status "
        "page slow as many people looked at it; concurrent users; popular; crowd; announcement "
        "brought many users; load test against production; record sign ups; visitors; surge; "
        "spike; load; demand; popularity; many users at once; event; announcement; peak; "
        "increase of requests; campaign; class started; hits; went viral; seasonal; morning; "
        "more than expected; flood"
    ),
    "retry storm": (
        "retry storm; retries multiplied the load; reconnected in the same second; no jitter; "
        "sdk hammered the recovering service; exponential backoff missing; amplification "
        "through layers each retrying three times; tight loop of reconnects; failed requests "
        "were sent again and again; mobile apps polled every second; shorter timeout caused "
        "more retries; service knocked over again when it came back; resent; recovering gateway "
        "saw twelve times its usual load; consumers re-subscribed at once; requests re-tried "
        "kept the service down; retries; retry; reconnect; backoff; again and again; amplified; "
        "repeated requests; resend; loops of requests; recovering; multiplying; clients came "
        "back together; storm"
    ),
    "cache stampede": (
        "cache stampede; thundering herd after the cache was flushed; cold cache after restart "
        "and the database was overwhelmed; all keys expired at the same time; purge of the cdn "
        "sent all requests to the origin; cache cleared during an update; redis restarted "
        "empty; cache node lost and its keys went to the database; warm up missing; dogpile; "
        "memcached flushed; cache miss storm; clearing many keys; hit ratio fell; cache empty; "
        "flushed; cold; stampede; all at once to the origin; purge; restart of redis; evicted; "
        "cache miss; warm up; expiry at the same moment; memcache"
    ),
    "one heavy client": (
        "one customer's script caused the load; single tenant used all resources; noisy "
        "neighbour; bulk import by one tenant starved the others; one big instance made too "
        "many calls; a partner listed millions of objects in a loop; heavy user; unfair share; "
        "no per tenant limit; one account sent most of the requests; hot partition hot shard "
        "hot key; a single integration flooded the queue; other customers waited; skewed shard; "
        "large customer's report; one repository too big; one user; one tenant; single "
        "customer; neighbour; monopolised; one repository; one project; big job; one team; "
        "unfair; hog; one client; a script; flooded by one; disproportionate; their integration"
    ),
    "attack or abuse": (
        "ddos attack; bots scraped; crawler asked for every filter combination; credential "
        "stuffing; spam sign ups; crypto miners; brute force; flood of requests from one "
        "network; abusive traffic; malicious; scraper walked through all pages; search engine "
        "spider; botnet; syn flood; amplification attack; fake accounts; vulnerability scan; "
        "abuse of the free tier; automated requests thousand times a second; hostile; attack; "
        "ddos; bot; bots; spam; abuse; scraping; scrapers; mining; crawling; indexing bots; ai "
        "crawlers; brute; anubis; user agents; fake; abusers; exploit"
    ),
    "batch job at a bad time": (
        "nightly batch overlapped the morning peak; reindexing ran into the day; statistics job "
        "used the processors; backup slowed the database at noon; export job on the primary; "
        "bulk mail generated load; data import blocked users; cron jobs all start on the hour; "
        "vacuum; analytics query on production; report generation; garbage collection of "
        "registry; compaction; reprocessing; backfill overloaded; crawl; scheduled at noon; "
        "rebuild of the search index; bulk update; mass mailing; batch; nightly; job; "
        "scheduled; export; import; report; backup; peak; cron; reindex; maintenance job; bulk; "
        "business hours; statistics; analytics; overload by the job; daytime; heavy job"
    ),
}

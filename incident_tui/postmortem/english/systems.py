"""Things with a capital that are no persons: products, companies, days, and parts of a document."""

from typing import Final

from incident_tui.postmortem.english.lists import words

PRODUCTS: Final = words(
    """
    kubernetes docker redis kafka postgres postgresql mysql mariadb oracle mongodb cassandra
    elasticsearch kibana logstash fluentd fluentbit grafana prometheus alertmanager thanos loki
    jaeger terraform ansible puppet chef salt jenkins travis circleci github gitlab bitbucket
    git jira confluence slack teams zoom discord pagerduty opsgenie statuspage datadog sentry
    splunk traefik nginx envoy istio linkerd haproxy apache tomcat varnish cloudflare fastly
    akamai aws azure google amazon microsoft apple meta facebook heroku netlify vercel ec2 s3
    rds lambda dynamo dynamodb aurora route53 cloudfront cloudwatch bigquery spanner snowflake
    airflow spark flink hadoop hive presto rabbitmq activemq nats zookeeper consul nomad vault
    helm argo argocd flux spinnaker jupyterhub binderhub jupyter python java ruby rails django
    node react angular php golang rust linux ubuntu debian windows macos android chrome firefox
    safari letsencrypt let's okta auth0 keycloak ldap kerberos stripe paypal twilio sendgrid
    mailgun segment etcd calico cilium flannel coredns kubelet karpenter velero harbor
    artifactory nexus sonarqube bazel maven gradle npm yarn celery sidekiq memcached solr lucene
    clickhouse timescale influxdb telegraf zabbix nagios icinga sensu newrelic honeycomb
    lightstep bunny rancher openshift openstack vmware hyper-v xen kvm ceph gluster minio
    longhorn rook zfs btrfs cronjob keybase linkedin gmail outlook sharepoint salesforce workday
    sap monday tuesday wednesday thursday friday saturday sunday january february march april
    may june july august september october november december christmas easter production staging
    prod dev test utc gmt cet cest pst pdt est edt bst root impact summary background timeline
    resolution detection trigger lessons action actions status note update problem cause causes
    postmortem post-mortem incident outage today yesterday later meanwhile however europe asia
    america london paris berlin frankfurt dublin ireland virginia oregon tokyo sydney singapore
    """
)
THINGS: Final = words(
    """
    service services server servers system systems dashboard dashboards database databases table
    tables script scripts job jobs tool tools page pages error errors rotation schedule
    schedules list lists guide guides manual manuals account accounts session sessions portal
    console interface api apis pod pods role roles group groups policy policies process
    processes team-page calendar queue queues channel channels workflow workflows pipeline
    pipelines ticket tickets feedback story stories experience data traffic request requests
    input inputs login logins profile profiles agent id ids name names token tokens key keys
    action actions activity count counts base agreement mode laptop machine machines device
    devices notification notifications alert alerts email emails settings permissions permission
    training guideline guidelines handbook load volume report reports library application
    applications app apps
    """
)
"""A person before one of these is only its label: the user database, the on-call rotation."""
ACRONYMS: Final = words(
    """
    api cpu gpu ram dns tls ssl http https tcp udp sql css ssh vpn vm vms os db ci cd cdn iam
    sso mfa 2fa otp slo sla sli ttl rfc adr poc mvp url uri ui ux cli sdk ip nat vpc eks ecs gke
    aks aws gcp elb alb nlb asg pvc pv hpa cni crd pr prs mr kpi okr eu us uk emea apac uat sit
    iac gdpr pii jwt mtd rpo rto mtbf p50 p95 p99 oom io iops id uid etl elk ml ai llm bgp nfs
    ntp ddos waf csp cve tbd wip todo
    """
)
"""Capitals that are no initials."""

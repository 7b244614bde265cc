-- A job table as one would write it with care: one index besides the key, for the order in which
-- jobs are claimed; room on each page, so that a claim rewrites its row there and touches no index.
create table bench.job (
    job_id bigint generated always as identity primary key,
    tenant_id uuid not null,
    queue text not null,
    priority smallint not null,
    run_at timestamptz not null default now(),
    kind text not null,
    payload jsonb not null,
    attempts smallint not null default 0,
    locked_until timestamptz,
    locked_by text
)
with (
    fillfactor = 50,
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 10000,
    autovacuum_vacuum_cost_delay = 0,
    autovacuum_analyze_scale_factor = 0,
    autovacuum_analyze_threshold = 1000000
);

create index job_order_idx on bench.job (queue, priority, run_at, job_id);

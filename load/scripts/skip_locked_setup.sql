create schema bench;
create table bench.job (
    job_id bigint generated always as identity primary key,
    tenant_id uuid not null,
    kind text not null,
    payload jsonb not null,
    enqueued_at timestamptz not null default now()
);

-- Deploy howdah:demo/record_activity to pg
-- requires: demo/activity

begin;

set local role demo_owner;

create function demo.record_activity(
    event_id bigint,
    event_name core.word,
    action text default null,
    repository text default null,
    actor text default null,
    occurred_at timestamptz default null
)
returns void
language sql
volatile
security definer
set search_path = ''
as $$
    insert into demo.activity (tenant_id, event_id, event_name, action, repository, actor, occurred_at)
    values (core.tenant_id(), event_id, event_name, action, repository, actor, occurred_at)
    on conflict on constraint activity_pkey do nothing
$$;

comment on function demo.record_activity is
    'Records what a delivery says, in the tenant of the context; again is no error. Raises 42501 without a tenant, 23514.';
grant execute on function demo.record_activity to howdah_worker;

commit;

-- Deploy howdah:demo/activity to pg
-- requires: demo/schema

begin;

set local role demo_owner;

-- The number of the event is the key: a job that runs a second time finds its row and counts once.
create table demo.activity (
    tenant_id uuid not null,
    event_id bigint not null,
    event_name core.word not null,
    action text,
    repository text,
    actor text,
    occurred_at timestamptz,
    recorded_at timestamptz not null default core.now(),
    primary key (tenant_id, event_id)
);

create index activity_tenant_id_repository_event_id_idx
on demo.activity (tenant_id, repository, event_id);

comment on table demo.activity is 'What happened on GitHub, a row for each delivery.';
comment on column demo.activity.tenant_id is 'Whose delivery it was.';
comment on column demo.activity.event_id is 'The event that the delivery became.';
comment on column demo.activity.event_name is 'What GitHub calls it, such as push or pull_request.';
comment on column demo.activity.action is 'What was done, such as opened; null where GitHub names no action.';
comment on column demo.activity.repository is 'The repository, as owner/name; null when it is about none.';
comment on column demo.activity.actor is 'Who did it; null when GitHub does not say.';
comment on column demo.activity.occurred_at is 'When it happened; null when GitHub does not say.';
comment on column demo.activity.recorded_at is 'When it was recorded here.';

select core.protect('demo.activity');

commit;

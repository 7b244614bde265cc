-- Deploy howdah:audit/entry to pg
-- requires: audit/schema
-- requires: core/protect
-- requires: ops/partition

begin;

set local role audit_owner;

create sequence audit.entry_id_seq;

create table audit.entry (
    tenant_id uuid not null,
    entry_id bigint not null default nextval('audit.entry_id_seq'),
    recorded_at timestamptz not null default core.now(),
    principal_id uuid,
    request_id text,
    action text not null,
    status smallint not null,
    details jsonb,
    primary key (tenant_id, entry_id)
) partition by range (entry_id);

comment on table audit.entry is 'One row for each deed; only ever inserted.';
comment on column audit.entry.tenant_id is 'In which tenant it was done.';
comment on column audit.entry.entry_id is 'The number of the entry, ordered by time.';
comment on column audit.entry.recorded_at is 'When.';
comment on column audit.entry.principal_id is 'By whom: a user or an API key; null for the system.';
comment on column audit.entry.request_id is 'In answer to which request.';
comment on column audit.entry.action is 'What: the operation of the API or the name of the deed.';
comment on column audit.entry.status is 'How it ended: the status of the answer, as in HTTP.';
comment on column audit.entry.details is 'What else a reader would want to know; never a secret.';

select core.protect('audit.entry');
select ops.partition('audit.entry', 'audit.entry_id_seq', keep => interval '400 days', every => interval '7 days');

commit;

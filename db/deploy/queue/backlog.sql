-- Deploy howdah:queue/backlog to pg
-- requires: queue/turn

begin;

set local role queue_owner;

create sequence queue.backlog_id_seq;

-- Start-time fair queueing (Goyal, Vin, Cheng 1996): what a tenant adds gets a tag that is as far
-- behind its last one as that one is long, divided by the weight of the tenant, but never before
-- the tag that is being served. Served in the order of tags, tenants get their shares; nothing is
-- ever moved or counted.
create table queue.backlog (
    queue_id integer not null,
    backlog_id bigint not null default nextval('queue.backlog_id_seq'),
    priority smallint not null,
    tag bigint not null,
    end_tag bigint not null,
    laid_at timestamptz not null default core.now(),
    tenant_id uuid not null,
    size integer not null,
    is_announced boolean not null,
    is_suspect boolean not null,
    is_ordered boolean not null default false,
    weight smallint not null default 1,
    limit_key text,
    job_ids bigint[] not null,
    sizes smallint[] not null,
    attempts smallint[] not null,
    primary key (queue_id, priority, tag, backlog_id)
) partition by range (backlog_id);

create index backlog_tenant_idx on queue.backlog (queue_id, priority, tenant_id, backlog_id);

comment on table queue.backlog is
    'Jobs that wait for their turn, in parts: some jobs of one tenant. Only ever inserted; queue.turn says how far it is worked off.';
comment on column queue.backlog.queue_id is 'The queue.';
comment on column queue.backlog.backlog_id is 'The number of the part.';
comment on column queue.backlog.priority is '1 goes before 2, and so on to 4.';
comment on column queue.backlog.tag is 'When its turn is, in the virtual time of its queue and priority: lower ones go first.';
comment on column queue.backlog.end_tag is 'The earliest tag of what the same tenant adds next.';
comment on column queue.backlog.laid_at is 'Since when it waits here.';
comment on column queue.backlog.tenant_id is 'Whose jobs they are.';
comment on column queue.backlog.size is 'How many jobs.';
comment on column queue.backlog.is_announced is 'Whether the end of any of them is handed to the hooks or counts in a batch.';
comment on column queue.backlog.is_suspect is 'It is a job that must run alone in its page.';
comment on column queue.backlog.is_ordered is 'Whether they have an ordering key.';
comment on column queue.backlog.weight is 'How many tokens of a rate limit each of them takes.';
comment on column queue.backlog.limit_key is 'The key whose limits hold for them; null for none.';
comment on column queue.backlog.job_ids is 'The jobs as slices of lots: the first of each.';
comment on column queue.backlog.sizes is 'How many jobs each slice has.';
comment on column queue.backlog.attempts is 'Which attempt it will be, for each slice.';

select core.confine('queue.backlog', 'queue_engine');
select ops.partition('queue.backlog', 'queue.backlog_id_seq', keep => interval '1 hour', every => interval '1 hour', ahead => interval '10 minutes');
grant select, insert on queue.backlog to queue_engine;
grant usage on sequence queue.backlog_id_seq to queue_engine;
grant usage on type queue.backlog to queue_engine;

commit;

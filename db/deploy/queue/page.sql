-- Deploy howdah:queue/page to pg
-- requires: queue/queue
-- requires: ops/partition

begin;

set local role queue_owner;

create sequence queue.page_id_seq;

create table queue.page (
    page_id bigint not null default nextval('queue.page_id_seq') primary key,
    cut_at timestamptz not null default core.now(),
    lane_id integer not null,
    is_announced boolean not null,
    tenant_ids uuid[] not null,
    job_ids bigint[] not null,
    attempts smallint[] not null,
    constraint the_lists_are_of_one_length
    check (cardinality(tenant_ids) = cardinality(job_ids) and cardinality(attempts) = cardinality(job_ids))
) partition by range (page_id);

create index page_lane_id_page_id_idx on queue.page (lane_id, page_id);
create index page_job_ids_idx on queue.page using gin (job_ids) with (gin_pending_list_limit = 512);

comment on table queue.page is 'Jobs of one lane that are claimed, leased and settled together. Only ever inserted, in the order of their numbers.';
comment on column queue.page.page_id is 'The number of the page; a lane is worked through in this order.';
comment on column queue.page.cut_at is 'When it was cut.';
comment on column queue.page.lane_id is 'The lane.';
comment on column queue.page.is_announced is 'Whether the end of any of its jobs is handed to the hooks.';
comment on column queue.page.tenant_ids is 'The tenants of its jobs, one for each.';
comment on column queue.page.job_ids is 'Its jobs.';
comment on column queue.page.attempts is 'Which attempt this is, for each job.';

select core.confine('queue.page', 'queue_engine');
select ops.partition('queue.page', 'queue.page_id_seq', keep => interval '31 days');
grant select, insert on queue.page to queue_engine;
grant usage on sequence queue.page_id_seq to queue_engine;

commit;

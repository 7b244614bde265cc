-- Deploy howdah:queue/progress to pg
-- requires: queue/page

begin;

set local role queue_owner;

-- Goes with the page that it belongs to: nobody asks for it when the job has ended.
create table queue.progress (
    tenant_id uuid not null,
    page_id bigint not null,
    job_id bigint not null,
    reported_at timestamptz not null default core.now(),
    percent smallint
    constraint percent_is_0_to_100 check (percent between 0 and 100),
    message text
    constraint message_has_at_most_1000_characters check (length(message) <= 1000),
    primary key (tenant_id, page_id, job_id, reported_at)
) partition by range (page_id);

comment on table queue.progress is 'What handlers said of how far a job is; the latest counts.';
comment on column queue.progress.tenant_id is 'Whose job it is.';
comment on column queue.progress.page_id is 'The page in which it runs.';
comment on column queue.progress.job_id is 'The job.';
comment on column queue.progress.reported_at is 'When the handler said it.';
comment on column queue.progress.percent is 'How much is done, 0 to 100; null when it did not say.';
comment on column queue.progress.message is 'What it is at; null when it did not say.';

select core.protect('queue.progress', 'queue_engine');
select ops.partition('queue.progress', 'queue.page_id_seq', keep => interval '1 hour', every => interval '1 hour', ahead => interval '10 minutes');
grant select, insert on queue.progress to queue_engine;

commit;

-- Deploy howdah:api/operations to pg
-- requires: api/schema
-- requires: queue/take_back
-- requires: queue/list_blocked_keys
-- requires: queue/statistics

begin;

set local role api_owner;

create type api.statistic as (
    tenant_id uuid, succeeded_rate double precision, failed_rate double precision, dead_rate double precision,
    other_rate double precision, wait_p50 double precision, wait_p95 double precision, wait_p99 double precision,
    run_p50 double precision, run_p95 double precision, run_p99 double precision, sample_count bigint
);
comment on type api.statistic is 'How jobs went a short time ago.';
comment on column api.statistic.tenant_id is 'Whose jobs; null for those of all tenants together.';
comment on column api.statistic.succeeded_rate is 'How many succeeded in a second.';
comment on column api.statistic.failed_rate is 'How many attempts failed in a second and are followed by another.';
comment on column api.statistic.dead_rate is 'How many died in a second.';
comment on column api.statistic.other_rate is 'How many were snoozed, released or cancelled in a second.';
comment on column api.statistic.wait_p50 is 'How many seconds half of the jobs waited at most; null when none is known.';
comment on column api.statistic.wait_p95 is 'How many seconds 95 of 100 waited at most; null when none is known.';
comment on column api.statistic.wait_p99 is 'How many seconds 99 of 100 waited at most; null when none is known.';
comment on column api.statistic.run_p50 is 'How many seconds half of the attempts took at most, from when a worker had them to their end.';
comment on column api.statistic.run_p95 is 'The same for 95 of 100.';
comment on column api.statistic.run_p99 is 'The same for 99 of 100.';
comment on column api.statistic.sample_count is 'How many jobs were looked at.';
select gateway.declare_nullable('api.statistic', 'tenant_id', 'wait_p50', 'wait_p95', 'wait_p99');

create type api.waiting_tenant as (tenant_id uuid, waiting_count bigint, waiting_since timestamptz);
comment on type api.waiting_tenant is 'A tenant whose jobs wait for their turn.';
comment on column api.waiting_tenant.tenant_id is 'The tenant.';
comment on column api.waiting_tenant.waiting_count is 'How many of its jobs wait.';
comment on column api.waiting_tenant.waiting_since is 'Since when the first of them does.';

create type api.tenant_blocked_key as (
    tenant_id uuid, key text, gate text, parked_count bigint, parked_at timestamptz, holder_id bigint
);
comment on type api.tenant_blocked_key is 'A key for which jobs of a tenant wait.';
comment on column api.tenant_blocked_key.tenant_id is 'The tenant.';
comment on column api.tenant_blocked_key.key is 'The ordering key or limit key; empty for the tenant as a whole.';
comment on column api.tenant_blocked_key.gate is 'order, key, tenant or suspended.';
comment on column api.tenant_blocked_key.parked_count is 'How many jobs wait.';
comment on column api.tenant_blocked_key.parked_at is 'Since when the first of them does.';
comment on column api.tenant_blocked_key.holder_id is 'For order: the job that has not ended yet; null when it just has, and for the others.';
select gateway.declare_nullable('api.tenant_blocked_key', 'holder_id');

create type api.worker as (
    worker text, queue text, page_count bigint, job_count bigint, leased_at timestamptz, leased_until timestamptz
);
comment on type api.worker is 'A worker that holds jobs of a queue.';
comment on column api.worker.worker is 'Its name.';
comment on column api.worker.queue is 'The queue.';
comment on column api.worker.page_count is 'How many pages it holds.';
comment on column api.worker.job_count is 'How many jobs these have.';
comment on column api.worker.leased_at is 'Since when it holds the first of them.';
comment on column api.worker.leased_until is 'Until when it holds the last of them.';

create type api.page as (
    page_id bigint, queue text, worker text, leased_at timestamptz, leased_until timestamptz, job_count bigint,
    settled_count bigint, job_id bigint
);
comment on type api.page is 'Jobs that a worker holds together.';
comment on column api.page.page_id is 'The number of the page.';
comment on column api.page.queue is 'The queue.';
comment on column api.page.worker is 'The worker.';
comment on column api.page.leased_at is 'Since when it holds them.';
comment on column api.page.leased_until is 'Until when.';
comment on column api.page.job_count is 'How many jobs there are.';
comment on column api.page.settled_count is 'How many of them have ended already.';
comment on column api.page.job_id is 'The first of them.';

create type api.taken_back as (job_count integer);
comment on type api.taken_back is 'A page that was taken back.';
comment on column api.taken_back.job_count is 'How many of its jobs had not ended.';

create type api.located_job as (
    job_id bigint, tenant_id uuid, queue text, kind text, state text, attempt smallint, enqueued_at timestamptz,
    due_at timestamptz, started_at timestamptz, finished_at timestamptz, page_id bigint, worker text, error jsonb
);
comment on type api.located_job is 'Whose a job is and where it is.';
comment on column api.located_job.job_id is 'The number of the job.';
comment on column api.located_job.tenant_id is 'The tenant.';
comment on column api.located_job.queue is 'The queue.';
comment on column api.located_job.kind is 'The kind of job.';
comment on column api.located_job.state is 'blocked, scheduled, queued, running, retrying, succeeded, dead or cancelled.';
comment on column api.located_job.attempt is 'Which attempt it is in; 0 before the first.';
comment on column api.located_job.enqueued_at is 'When it was accepted.';
comment on column api.located_job.due_at is 'When it comes back; null when it does not wait for a time.';
comment on column api.located_job.started_at is 'When its last attempt began; null before the first.';
comment on column api.located_job.finished_at is 'When it ended; null while it has not.';
comment on column api.located_job.page_id is 'The page in which it runs; null when it does not.';
comment on column api.located_job.worker is 'The worker that has it; null when it does not run.';
comment on column api.located_job.error is 'Why the last attempt failed, with type and message; null when it did not.';
select gateway.declare_nullable(
    'api.located_job', 'due_at', 'started_at', 'finished_at', 'page_id', 'worker', 'error'
);

create function api.get_statistics(queue text, by_tenant boolean default false, seconds integer default 60)
returns setof api.statistic
language sql
stable
security definer
set search_path = ''
as $$
    select
        s.tenant_id, s.succeeded_rate, s.failed_rate, s.dead_rate, s.other_rate, s.wait_p50, s.wait_p95, s.wait_p99,
        s.run_p50, s.run_p95, s.run_p99, s.sample_count
    from queue.statistics(queue, by_tenant, make_interval(secs => seconds)) as s
    limit 200
$$;

comment on function api.get_statistics is
    'Shows how many jobs of a queue ended in a second lately and how long they waited and ran: all together, or of each of the 200 busiest tenants. Nothing when none ended. For operators. Raises QU404, QU422 for another time than 1 second to 30 minutes.';

create function api.list_waiting_tenants(queue text)
returns setof api.waiting_tenant
language sql
stable
security definer
set search_path = ''
as $$
    select w.tenant_id, w.waiting_count, w.waiting_since from queue.waiting_tenants(queue, 200) as w
$$;

comment on function api.list_waiting_tenants is
    'Lists the 200 tenants with most jobs that wait for their turn in a queue, among what comes next. For operators. Raises QU404.';

create function api.list_tenants_blocked_keys(queue text, gate text default 'order')
returns setof api.tenant_blocked_key
language sql
stable
security definer
set search_path = ''
as $$
    select b.tenant_id, b.key, b.gate, b.parked_count, b.parked_at, b.holder_id
    from queue.list_all_blocked_keys(queue, gate, 200) as b
$$;

comment on function api.list_tenants_blocked_keys is
    'Lists the 200 keys of any tenant for which most jobs wait in a queue. For operators. Raises QU404, QU422 for an unknown gate.';

create function api.list_workers()
returns setof api.worker
language sql
stable
security definer
set search_path = ''
as $$
    select w.worker, w.queue, w.page_count, w.job_count, w.leased_at, w.leased_until from queue.list_workers() as w
$$;

comment on function api.list_workers is 'Lists the workers that hold jobs. For operators.';

create function api.list_pages()
returns setof api.page
language sql
stable
security definer
set search_path = ''
as $$
    select
        p.page_id, p.queue, p.worker, p.leased_at, p.leased_until, p.job_count, p.settled_count, p.job_id
    from queue.list_pages() as p
$$;

comment on function api.list_pages is 'Lists the pages of jobs that workers hold, the oldest first, a thousand at most. For operators.';

create function api.take_back_page(page_id bigint)
returns api.taken_back
language sql
volatile
security definer
set search_path = ''
as $$
    select row(queue.take_back(page_id))::api.taken_back
$$;

comment on function api.take_back_page is
    'Takes a page back from its worker: the attempts of its jobs have failed, and others follow. For operators. Raises QU404, QU409 when it has ended.';

create function api.locate_job(job_id bigint)
returns api.located_job
language sql
stable
security definer
set search_path = ''
as $$
    select row(
        locate_job.job_id, l.tenant_id, l.queue, l.kind, l.state, l.attempt, l.enqueued_at, l.due_at, l.started_at,
        l.finished_at, l.page_id, l.worker, l.error
    )::api.located_job
    from queue.locate_job(job_id) as l
$$;

comment on function api.locate_job is
    'Finds a job of any tenant: whose it is, what has become of it and who has it; not what it is about. For operators. Raises QU404.';

select gateway.expose(
    'GET', '/v1/queues/{queue}/statistics', 'api.get_statistics', 'Show how a queue goes', 'operator.queue.read',
    permission_text => 'See how queues treat jobs and how they go', tags => '{operations}',
    arguments => '{"queue": "The queue.", "by_tenant": "Whether for each tenant.", "seconds": "How far to look back, 1 to 1800."}'
);
select gateway.expose(
    'GET', '/v1/queues/{queue}/tenants', 'api.list_waiting_tenants', 'List whose jobs wait', 'operator.queue.read',
    permission_text => 'See how queues treat jobs and how they go', tags => '{operations}', arguments => '{"queue": "The queue."}'
);
select gateway.expose(
    'GET', '/v1/queues/{queue}/blocked-keys', 'api.list_tenants_blocked_keys', 'List the keys of all tenants for which jobs wait',
    'operator.queue.read', permission_text => 'See how queues treat jobs and how they go', tags => '{operations}',
    arguments => '{"queue": "The queue.", "gate": "For what they wait: order, key, tenant or suspended."}'
);
select gateway.expose(
    'GET', '/v1/workers', 'api.list_workers', 'List the workers', 'operator.queue.read',
    permission_text => 'See how queues treat jobs and how they go', tags => '{operations}'
);
select gateway.expose(
    'GET', '/v1/pages', 'api.list_pages', 'List what workers hold', 'operator.queue.read',
    permission_text => 'See how queues treat jobs and how they go', tags => '{operations}'
);
select gateway.expose(
    'POST', '/v1/pages/{page_id}/take-back', 'api.take_back_page', 'Take jobs back from a worker', 'operator.queue.write',
    permission_text => 'Change how queues treat jobs', tags => '{operations}', success_status => 200,
    arguments => '{"page_id": "The page."}'
);
select gateway.expose(
    'GET', '/v1/jobs/{job_id}/whereabouts', 'api.locate_job', 'Find a job of any tenant', 'operator.job.read',
    permission_text => 'Find jobs of all tenants', tags => '{operations}', arguments => '{"job_id": "The job."}'
);

commit;

-- Deploy howdah:api/dead_jobs to pg
-- requires: api/jobs
-- requires: queue/redrive
-- requires: queue/purge

begin;

set local role api_owner;

create type api.dead_count as (count integer, has_more boolean);
comment on type api.dead_count is 'What was done to dead jobs.';
comment on column api.dead_count.count is 'To how many.';
comment on column api.dead_count.has_more is 'Whether there are or may be more that fit: then ask again.';

create function api.list_dead_jobs(
    after bigint default null,
    "limit" integer default 50,
    queue text default null,
    kind text default null,
    error_type text default null,
    since timestamptz default null,
    until timestamptz default null
)
returns setof api.job
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return query
    select v.*
    from queue.list_dead(after, "limit", queue, kind, error_type, since, until) as j
        cross join lateral api.view_job(j) as v;
end
$$;

comment on function api.list_dead_jobs is
    'Lists the jobs of the tenant that are dead, newest first. It looks through ten thousand at a time: a page may hold fewer than asked for, or none, and still have a next one.';

create function api.redrive_dead_jobs(
    job_ids bigint[] default null,
    queue text default null,
    kind text default null,
    error_type text default null,
    since timestamptz default null,
    until timestamptz default null,
    at_most integer default 10000
)
returns api.dead_count
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_count queue.dead_count;
begin
    if job_ids is not null then
        return row(queue.redrive(job_ids), false)::api.dead_count;
    end if;
    v_count := queue.redrive_dead(queue, kind, error_type, since, until, at_most);
    return row(v_count.count, v_count.has_more)::api.dead_count;
end
$$;

comment on function api.redrive_dead_jobs is
    'Gives dead jobs one more attempt each: those named, or all that fit, the newest first. Jobs that are not dead are left as they are. Raises QU422 for more than 10000 at a time.';

create function api.purge_dead_jobs(
    job_ids bigint[] default null,
    queue text default null,
    kind text default null,
    error_type text default null,
    since timestamptz default null,
    until timestamptz default null,
    at_most integer default 10000
)
returns api.dead_count
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_count queue.dead_count;
begin
    if job_ids is not null then
        return row(queue.purge_all(job_ids), false)::api.dead_count;
    end if;
    v_count := queue.purge_dead(queue, kind, error_type, since, until, at_most);
    return row(v_count.count, v_count.has_more)::api.dead_count;
end
$$;

comment on function api.purge_dead_jobs is
    'Erases what jobs were about: those named, where they have ended, or all dead ones that fit, the newest first. They are shown no more. Raises QU422 for more than 10000 at a time.';

select gateway.expose(
    'GET', '/v1/dead-jobs', 'api.list_dead_jobs', 'List the dead jobs', 'job.read', tags => '{jobs}', page_key => 'job_id',
    arguments => '{"limit": "How many at most.", "queue": "Only those in this queue.", "kind": "Only those of this kind.", "error_type": "Only those with this type of error, or, with * at its end, one that begins so.", "since": "Only those that died then or later.", "until": "Only those that died before."}'
);
select gateway.expose(
    'POST', '/v1/dead-jobs/redrive', 'api.redrive_dead_jobs', 'Retry dead jobs', 'job.write', tags => '{jobs}',
    success_status => 200, idempotency => 'optional',
    arguments => '{"job_ids": "These; the other terms do not count then.", "queue": "Those in this queue.", "kind": "Those of this kind.", "error_type": "Those with this type of error, or, with * at its end, one that begins so.", "since": "Those that died then or later.", "until": "Those that died before.", "at_most": "How many at most, 1 to 10000."}',
    examples => '{"request": {"error_type": "http_5*", "at_most": 1000}}'
);
select gateway.expose(
    'POST', '/v1/dead-jobs/purge', 'api.purge_dead_jobs', 'Erase dead jobs', 'job.purge', tags => '{jobs}',
    permission_text => 'Erase what jobs were about', success_status => 200, idempotency => 'optional',
    arguments => '{"job_ids": "These, dead or ended otherwise; the other terms do not count then.", "queue": "Those in this queue.", "kind": "Those of this kind.", "error_type": "Those with this type of error, or, with * at its end, one that begins so.", "since": "Those that died then or later.", "until": "Those that died before.", "at_most": "How many at most, 1 to 10000."}',
    examples => '{"request": {"error_type": "http_5*", "at_most": 1000}}'
);

commit;

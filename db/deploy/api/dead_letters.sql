-- Deploy howdah:api/dead_letters to pg
-- requires: api/jobs
-- requires: queue/purge

begin;

set local role api_owner;

create type api.treated_jobs as (count integer, has_more boolean);
comment on type api.treated_jobs is 'What was done to dead jobs.';
comment on column api.treated_jobs.count is 'To how many.';
comment on column api.treated_jobs.has_more is 'Whether there are or may be more that fit: then ask again.';

create function api.list_dead_letters(
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

comment on function api.list_dead_letters is
    'Lists the jobs of the tenant that are dead, newest first. It looks through ten thousand at a time: a page may hold fewer than asked for, or none, and still have a next one.';

create function api.redrive_dead_letters(
    job_ids bigint[] default null,
    queue text default null,
    kind text default null,
    error_type text default null,
    since timestamptz default null,
    until timestamptz default null,
    at_most integer default 10000
)
returns api.treated_jobs
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_count queue.dead_count;
begin
    if job_ids is not null then
        return row(queue.redrive(job_ids), false)::api.treated_jobs;
    end if;
    v_count := queue.redrive_dead(queue, kind, error_type, since, until, at_most);
    return row(v_count.count, v_count.has_more)::api.treated_jobs;
end
$$;

comment on function api.redrive_dead_letters is
    'Gives dead jobs one more attempt each: those named, or all that fit, the newest first. Jobs that are not dead are left as they are. Raises QU422 for more than 10000 at a time.';

create function api.purge_dead_letters(
    job_ids bigint[] default null,
    queue text default null,
    kind text default null,
    error_type text default null,
    since timestamptz default null,
    until timestamptz default null,
    at_most integer default 10000
)
returns api.treated_jobs
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_count queue.dead_count;
begin
    if job_ids is not null then
        return row(queue.purge_all(job_ids), false)::api.treated_jobs;
    end if;
    v_count := queue.purge_dead(queue, kind, error_type, since, until, at_most);
    return row(v_count.count, v_count.has_more)::api.treated_jobs;
end
$$;

comment on function api.purge_dead_letters is
    'Erases what jobs were about: those named, where they have ended, or all dead ones that fit, the newest first. They are shown no more. Raises QU422 for more than 10000 at a time.';

select gateway.expose(
    'GET', '/v1/dead-letters', 'api.list_dead_letters', 'List the dead jobs', 'job.read', tags => '{jobs}', page_key => 'job_id',
    arguments => '{"limit": "How many at most.", "queue": "Only those in this queue.", "kind": "Only those of this kind.", "error_type": "Only those with this type of error, or, with * at its end, one that begins so.", "since": "Only those that died then or later.", "until": "Only those that died before."}'
);
select gateway.expose(
    'POST', '/v1/dead-letters/redrive', 'api.redrive_dead_letters', 'Retry dead jobs', 'job.write', tags => '{jobs}',
    success_status => 200, idempotency => 'optional',
    arguments => '{"job_ids": "These; the other terms do not count then.", "queue": "Those in this queue.", "kind": "Those of this kind.", "error_type": "Those with this type of error, or, with * at its end, one that begins so.", "since": "Those that died then or later.", "until": "Those that died before.", "at_most": "How many at most, 1 to 10000."}',
    examples => '{"request": {"error_type": "http_5*", "at_most": 1000}}'
);
select gateway.expose(
    'POST', '/v1/dead-letters/purge', 'api.purge_dead_letters', 'Erase dead jobs', 'job.purge', tags => '{jobs}',
    permission_text => 'Erase what jobs were about', success_status => 200, idempotency => 'optional',
    arguments => '{"job_ids": "These, dead or ended otherwise; the other terms do not count then.", "queue": "Those in this queue.", "kind": "Those of this kind.", "error_type": "Those with this type of error, or, with * at its end, one that begins so.", "since": "Those that died then or later.", "until": "Those that died before.", "at_most": "How many at most, 1 to 10000."}',
    examples => '{"request": {"error_type": "http_5*", "at_most": 1000}}'
);

commit;

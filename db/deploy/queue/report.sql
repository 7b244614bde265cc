-- Deploy howdah:queue/report to pg
-- requires: queue/settle
-- requires: queue/progress

begin;

set local role queue_engine;

-- Without the lock of the page: a report that comes while the page ends is shown to nobody.
create function queue.report(page_id bigint, lease_id uuid, job_id bigint, percent smallint, message text)
returns void
language plpgsql
volatile
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
declare
    v_page queue.page := queue.find_page(page_id);
begin
    perform queue.check_lease(v_page, page_id, lease_id);
    insert into queue.progress (tenant_id, page_id, job_id, percent, message)
    select j.tenant_id, report.page_id, j.job_id, report.percent, left(report.message, 1000)
    from queue.jobs_in(v_page) as j
    where j.job_id = report.job_id
    on conflict do nothing;
    if not found then
        raise exception using errcode = 'QU404', message = format('job %s is not in page %s', job_id, page_id);
    end if;
end
$$;

comment on function queue.report is
    'Says of a job in a leased page how far it is: a part of 100, a message of up to 1000 characters, or both. Raises QU409 when the lease is lost, QU404 when the job is not in the page, 23514.';
grant execute on function queue.report to howdah_worker;

commit;

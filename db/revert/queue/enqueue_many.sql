-- Revert howdah:queue/enqueue_many from pg

begin;

drop function queue.enqueue_many(jsonb);
drop function queue.needs_of(queue.job_request,bigint,bigint[]);
drop function queue.group_requests(jsonb);
drop function queue.check_requests(jsonb);

commit;

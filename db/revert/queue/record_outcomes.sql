-- Revert howdah:queue/record_outcomes from pg

begin;

drop function queue.release(queue.page);
drop function queue.record_successes(queue.page,bigint[]);
drop function queue.record_outcomes(queue.page,jsonb,boolean);
drop function queue.announce_ends(jsonb);
drop function queue.judge(queue.page,jsonb);
drop function queue.read_results(jsonb);

commit;

-- Revert howdah:queue/record_outcomes from pg

begin;

drop function queue.record_outcomes(bigint,jsonb);
drop function queue.announce_ends(bigint,jsonb);
drop function queue.judge(bigint,jsonb);
drop function queue.read_results(jsonb);

commit;

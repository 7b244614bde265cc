-- Revert howdah:queue/redrive from pg

begin;

drop function queue.redrive_dead(text,text,text,timestamp with time zone,timestamp with time zone,integer);
drop function queue.take_dead(text,text,text,timestamp with time zone,timestamp with time zone,integer);
drop type queue.dead_count;
drop function queue.redrive(bigint[]);
drop function queue.revive_all(queue.dead[]);
drop function queue.find_dead_among(bigint[]);
drop function queue.check_job_ids(bigint[]);

commit;

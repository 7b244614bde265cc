-- Revert howdah:queue/purge from pg

begin;

drop function queue.purge_dead(text,text,text,timestamp with time zone,timestamp with time zone,integer);
drop function queue.purge_all(bigint[]);
drop function queue.purge(bigint);
drop function queue.erase(bigint[]);

commit;

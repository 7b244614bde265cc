-- Revert howdah:queue/list_jobs from pg

begin;

drop function queue.list_jobs(bigint,integer,text,text,text);

commit;

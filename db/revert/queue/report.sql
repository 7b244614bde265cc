-- Revert howdah:queue/report from pg

begin;

drop function queue.report(bigint,uuid,bigint,smallint,text);

commit;

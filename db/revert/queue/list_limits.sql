-- Revert howdah:queue/list_limits from pg

begin;

drop function queue.list_shares(text,uuid,integer);
drop function queue.shares_after(integer,uuid,integer);
drop function queue.list_limits(text);

commit;

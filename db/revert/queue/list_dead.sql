-- Revert howdah:queue/list_dead from pg

begin;

drop function queue.list_dead(bigint,integer,text,text,text,timestamp with time zone,timestamp with time zone);
drop function queue.find_dead(bigint,integer,text,text,text,timestamp with time zone,timestamp with time zone,integer);
drop function queue.fits(text,text);
drop type queue.dead;

commit;

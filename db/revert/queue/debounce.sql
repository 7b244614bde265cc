-- Revert howdah:queue/debounce from pg

begin;

drop function queue.throttle(text,interval,core.word,jsonb,core.word,smallint,boolean,smallint,boolean,text,text,text,smallint,boolean);
drop function queue.debounce(text,interval,core.word,jsonb,core.word,smallint,interval,smallint,boolean,text,text,text,smallint,boolean);
drop function queue.supersede(queue.unique_claim);
drop function queue.latest_claim(uuid,text);

commit;

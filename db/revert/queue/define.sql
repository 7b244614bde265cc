-- Revert howdah:queue/define from pg

begin;

drop function queue.drain(text);
drop function queue.resume(text);
drop function queue.pause(text);
drop function queue.set_state(text,text);
drop function queue.define(core.word,interval,integer,integer,interval,interval,text,real,interval);

commit;

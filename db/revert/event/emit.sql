-- Revert howdah:event/emit from pg

begin;

drop function event.emit(core.word,jsonb,text,boolean);
drop function event.apply_rules(event.event);
drop function event.matches(text,text);

commit;

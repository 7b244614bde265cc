-- Revert howdah:event/rule from pg

begin;

drop function event.delete_rule(uuid);
drop function event.list_rules(uuid,integer);
drop function event.create_rule(text,core.word,core.word,smallint,boolean);
drop table event.rule;

commit;

-- Revert howdah:queue/retry_rule from pg

begin;

drop function queue.under_rule(queue.queue,queue.retry_rule);
drop function queue.rule_for(integer,text);
drop function queue.list_retry_rules(text);
drop function queue.drop_retry_rule(text,text);
drop function queue.set_retry_rule(text,text,text,text,interval,interval,integer);
drop table queue.retry_rule;

commit;

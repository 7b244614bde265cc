-- Revert howdah:queue/check_cron from pg

begin;

drop function queue.check_time_zone(text);
drop function queue.check_cron(text);
drop function queue.longest_month(integer[]);
drop function queue.cron_values(text,integer,integer,text[]);
drop function queue.cron_number(text,integer,integer,text[]);
drop function queue.expand_cron(text);

commit;

-- Verify howdah:queue/check_cron on pg

begin;

select 'queue.expand_cron(text)'::regprocedure;
select 'queue.cron_number(text,integer,integer,text[])'::regprocedure;
select 'queue.cron_values(text,integer,integer,text[])'::regprocedure;
select 'queue.longest_month(integer[])'::regprocedure;
select 'queue.check_cron(text)'::regprocedure;
select 'queue.check_time_zone(text)'::regprocedure;

rollback;

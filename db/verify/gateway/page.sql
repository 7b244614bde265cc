-- Verify howdah:gateway/page on pg

begin;

select 'gateway.page_arguments(integer,jsonb)'::regprocedure;
select 'gateway.build_page(integer,jsonb,text,json[])'::regprocedure;

rollback;

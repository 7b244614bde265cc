-- Verify howdah:queue/list_dead on pg

begin;

select 'queue.dead'::regtype;
select 'queue.fits(text,text)'::regprocedure;
select 'queue.find_dead(bigint,integer,text,text,text,timestamp with time zone,timestamp with time zone,integer)'::regprocedure;
select 1 / has_function_privilege('api_owner', 'queue.list_dead(bigint,integer,text,text,text,timestamp with time zone,timestamp with time zone)', 'execute')::int;

rollback;

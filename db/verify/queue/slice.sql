-- Verify howdah:queue/slice on pg

begin;

select 'queue.slice(queue.backlog,integer,integer)'::regprocedure;
select 'queue.size_of(queue.page)'::regprocedure;

rollback;

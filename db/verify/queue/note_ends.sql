-- Verify howdah:queue/note_ends on pg

begin;

select 'queue.has_dependents(queue.page)'::regprocedure;
select 'queue.wake_dependents(queue.page,bigint[],bigint[])'::regprocedure;
select 'queue.ended_before(uuid,bigint,bigint)'::regprocedure;
select 'queue.count_ends(queue.page,text[])'::regprocedure;
select 'queue.count_final(queue.page,jsonb)'::regprocedure;
select 'queue.without(queue.page,bigint[])'::regprocedure;
select 'queue.is_any_announced(queue.page)'::regprocedure;

rollback;

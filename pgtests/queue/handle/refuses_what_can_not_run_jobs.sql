\ir ../../_setup.psql
select plan(4);

create function tests.plain(job_id bigint, payload jsonb) returns void language sql as '';
create function tests.closed(job_id bigint, payload jsonb) returns void language sql security definer as '';
revoke execute on function tests.closed from public;
set local role api_owner;

select throws_ok($$select queue.handle('sum', 'tests.plain')$$, '42P13', null, 'a function that would run with the engine''s rights');
select throws_ok($$select queue.handle('sum', 'tests.closed')$$, '42501', null, 'one that the engine may not execute');
select throws_ok($$select queue.handle('sum', 'tests.take_page')$$, '42P13', null, 'one that takes pages, for single jobs');
select throws_ok($$select queue.handle('sum', 'tests.take_note', true)$$, '42P13', null, 'and one that takes single jobs, for pages');

select * from finish();
rollback;

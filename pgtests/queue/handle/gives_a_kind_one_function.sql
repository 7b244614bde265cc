\ir ../../_setup.psql
select plan(1);

create function tests.sum(job_id bigint, payload jsonb) returns void language sql security definer as '';
set local role api_owner;
select queue.handle('sum', 'tests.take_note') as first_handler \gset

select queue.handle('sum', 'tests.sum') as second_handler \gset

reset role;
select results_eq(
    $$select function_name from queue.handler where kind = 'sum'$$, array['tests.sum'],
    'the last one named runs it'
);

select * from finish();
rollback;

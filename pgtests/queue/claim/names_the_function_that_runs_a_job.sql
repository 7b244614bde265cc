\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_waiting(array[tests.given_job(kind => 'sum')]) as page_id \gset
set local role api_owner;
select queue.handle('sum', 'tests.take_note') as handled \gset

reset role;
set local role howdah_worker;
select results_eq(
    $$select sql_handler from queue.claim('{default}', 'test')$$, array['tests.take_note'],
    'the worker learns which jobs the database runs itself'
);

select * from finish();
rollback;

\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.given_handler('note') as handler \gset
select tests.as_tenant(:'acme') as context, tests.given_job(kind => 'note') as job_id \gset
select tests.given_page(array[:job_id::bigint]) as page_id \gset
select tests.given_lease(:page_id) as lease_id \gset
set local role howdah_worker;

select throws_ok(
    format($$select queue.perform(%s, gen_random_uuid(), array[%s::bigint])$$, :page_id, :job_id), 'QU409', null,
    'a stranger runs nothing'
);
reset role;
select is_empty($$select from tests.note$$, 'nothing has run');

select * from finish();
rollback;

\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
set local role howdah_worker;

select throws_ok(
    format('select queue.report(%s, gen_random_uuid(), %s, 1::smallint, null)', :page_id, :job_id), 'QU409', null,
    'a stranger says nothing'
);
select tests.at(clock_timestamp() + '1 minute') as clock \g /dev/null
select throws_ok(
    format('select queue.report(%s, %L, %s, 1::smallint, null)', :page_id, :'lease_id', :job_id), 'QU409', null,
    'nor does who has held it too long'
);

select * from finish();
rollback;

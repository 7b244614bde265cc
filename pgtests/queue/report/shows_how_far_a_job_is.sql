\ir ../../_setup.psql
select plan(4);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
set local role howdah_worker;
select tests.at('2026-01-01 10:00+00') as clock \g /dev/null
reset role;
select tests.given_lease(:page_id) as lease_id \gset
set local role howdah_worker;
select queue.report(:page_id, :'lease_id', :job_id, 10::smallint, 'began') as reported \gset
select tests.at('2026-01-01 10:00:01+00') as clock \g /dev/null
select queue.report(:page_id, :'lease_id', :job_id, 60::smallint, 'going on') as reported \gset

reset role;
set local role api_owner;
select results_eq(
    format('select (j.progress).percent, (j.progress).message, (j.progress).reported_at from queue.get_job(%s) as j', :job_id),
    $$values (60::smallint, 'going on', '2026-01-01 10:00:01+00'::timestamptz)$$,
    'the last word counts'
);
reset role;
set local role howdah_worker;
select throws_ok(
    format('select queue.report(%s, %L, %s, 101::smallint, null)', :page_id, :'lease_id', :job_id), '23514', null,
    'more than all is refused'
);
select throws_ok(
    format('select queue.report(%s, %L, %s, 1::smallint, null)', :page_id, :'lease_id', :job_id + 1), 'QU404', null,
    'so is a job of another page'
);
select queue.settle(:page_id, :'lease_id') as rings \gset
reset role;
set local role api_owner;
select is((queue.get_job(:job_id)).progress, null, 'what has ended has no progress');

select * from finish();
rollback;

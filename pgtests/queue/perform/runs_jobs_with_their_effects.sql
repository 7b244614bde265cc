\ir ../../_setup.psql
select plan(3);

select tests.given_tenant('one') as one, tests.given_tenant('two') as two \gset
select tests.given_handler('note') as handler \gset
select tests.as_tenant(:'one') as context, tests.given_job(kind => 'note', payload => '"a"') as a \gset
select tests.as_tenant(:'two') as context, tests.given_job(kind => 'note', payload => '"b"') as b \gset
select tests.given_page(array[:a, :b]::bigint[]) as page_id \gset
select tests.given_lease(:page_id) as lease_id \gset
set local role howdah_worker;

select is(queue.perform(:page_id, :'lease_id', array[:a, :b]::bigint[]), 2, 'both succeed');

reset role;
select results_eq(
    $$select tenant_id, payload #>> '{}' from tests.note order by job_id$$,
    format($$values (%L::uuid, 'a'), (%L::uuid, 'b')$$, :'one', :'two'),
    'each has run in the context of its tenant'
);
select is(tests.state_of(:a), 'succeeded', 'and is settled');

select * from finish();
rollback;

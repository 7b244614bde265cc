\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme, tests.given_handler('note') as handler \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_job(kind => 'note', payload => '"fail"') as bad \gset
select tests.given_job(kind => 'note') as good \gset
select tests.given_page(array[:bad, :good]::bigint[]) as page_id \gset
select tests.given_lease(:page_id) as lease_id \gset
set local role howdah_worker;

select is(queue.perform(:page_id, :'lease_id', array[:bad, :good]::bigint[]), 1, 'one succeeds');

reset role;
select results_eq(
    $$select job_id from tests.note$$, array[:good::bigint],
    'what failed has left no effect, what succeeded has'
);
select results_eq(
    format($$select state, error ->> 'type', error ->> 'message' from queue.outcome where job_id = %s$$, :bad),
    $$values ('failed', '22012', 'division by zero')$$,
    'and says why'
);

select * from finish();
rollback;

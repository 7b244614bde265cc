\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context, tests.at('2026-01-01 12:00Z') as at \gset

set local role api_owner;
select queue.enqueue('a', run_at => '2026-01-01 13:00Z') as job_id \gset

reset role;
select results_eq(
    format($$select due_at, attempt from queue.timer where tenant_id = %L and job_id = %s$$, :'acme', :job_id),
    $$values (timestamptz '2026-01-01 13:00Z', 1::smallint)$$,
    'the first attempt is due at the time that was asked for'
);

select * from finish();
rollback;

\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context, tests.given_job() as job_id \gset
select tests.tick('unborn') as earlier \gset

select is_empty(
    format(
        $$select job_id from queue.fresh_attempts(%L, %L)$$,
        jsonb_populate_record(:'earlier'::pulse.tick, jsonb_build_object('floor_id', :job_id::bigint + 1)),
        tests.tick('finished')
    ),
    'no old partition is searched'
);

select * from finish();
rollback;

\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset

select throws_ok(
    format(
        $$
        insert into queue.outcome (tenant_id, job_id, page_id, queue_id, attempt, state)
        values (%L, core.id_at(core.now()), 1, 1, 1, 'lost')
        $$,
        :'acme'
    ),
    '23514', null, 'an attempt ends in one of the known ways'
);

select * from finish();
rollback;

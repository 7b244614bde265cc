\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret \gset
select tests.as_tenant(:'acme') as context, tests.given_dead() as dead, tests.given_job() as waiting \gset
select core.set_context(null, null, null) as context \gset
set local role howdah_api;

select is((tests.call(:'secret', 'purge_job', jsonb_build_object('job_id', :dead))).status, 204::smallint, 'a dead job');
select throws_ok(format($$select tests.call(%L, 'get_job', '{"job_id": %s}')$$, :'secret', :dead), 'WG404', null, 'is there no more');
select throws_ok(format($$select tests.call(%L, 'purge_job', '{"job_id": %s}')$$, :'secret', :waiting), 'QU409', null, 'one that waits is not erased');

select * from finish();
rollback;

\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_schedule(next_fire_at => '2030-01-01 12:00Z') as schedule_id \gset
set local role howdah_worker;
select tests.fire(:'schedule_id', '{2030-01-01 12:00Z}') as fired \gset
reset role;

select throws_ok(
    'insert into queue.firing select * from queue.firing', '23505', null, 'the key lets no time fire twice'
);

select * from finish();
rollback;

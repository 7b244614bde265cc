\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_schedule() as schedule_id, tests.given_tenant('globex') as globex \gset
select tests.as_tenant(:'globex') as context \gset
set local role queue_owner;

select is_empty('select from queue.schedule', 'even the owner of the table sees no row of another');
select throws_ok(
    format($$insert into queue.schedule (tenant_id, name, cron, kind) values (%L, 'a', '@daily', 'b')$$, :'acme'), '42501', null,
    'nor writes one'
);

select * from finish();
rollback;

\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_schedule(next_fire_at => '2030-01-02 02:00Z') as schedule_id \gset
set local role api_owner;

select results_eq(
    format(
        $$
        select name, cron, kind, payload, priority, max_attempts, missed, catch_up_limit, next_fire_at
        from queue.change_schedule(
            %L, name => 'other', kind => 'more.work', payload => '[1]', priority => 1::smallint, max_attempts => 3::smallint,
            missed => 'catch_up', catch_up_limit => 7::smallint
        )
        $$, :'schedule_id'
    ),
    $$
    values (
        'other', '0 2 * * *', 'more.work', '[1]'::jsonb, 1::smallint, 3::smallint, 'catch_up', 7::smallint,
        timestamptz '2030-01-02 02:00Z'
    )
    $$,
    'what is given changes, the rest stays, and so does the next time'
);
select is((tests.schedule(:'schedule_id')).version, 1, 'a worker that has it can go on');

select * from finish();
rollback;

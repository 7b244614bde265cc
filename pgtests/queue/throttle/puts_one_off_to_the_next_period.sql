\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select tests.at('2026-01-01 12:00Z') as at \gset
select job_id from queue.throttle('a', '1 hour', 'mail.send', takes_next => true) \gset
select tests.at('2026-01-01 12:30Z') as at \gset
select job_id, is_duplicate from queue.throttle('a', '1 hour', 'mail.send', takes_next => true) \gset

select ok(not :'is_duplicate', 'the second call makes a job');
select is((queue.get_job(:job_id)).due_at, '2026-01-01 13:00Z', 'in the period that follows');
select results_eq(
    $$select * from queue.throttle('a', '1 hour', 'mail.send', takes_next => true)$$,
    format($$values (%s::bigint, true)$$, :job_id), 'the third call finds it there'
);

select * from finish();
rollback;

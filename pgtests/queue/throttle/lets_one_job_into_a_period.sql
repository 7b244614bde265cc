\ir ../../_setup.psql
select plan(4);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select tests.at('2026-01-01 12:00Z') as at \gset
select job_id from queue.throttle('a', '1 hour', 'mail.send') \gset
select tests.at('2026-01-01 12:59Z') as at \gset

select is(t.job_id, :job_id, 'the first wins') from queue.throttle('a', '1 hour', 'mail.send') as t;
select ok(is_duplicate, 'the others are told so') from queue.throttle('a', '1 hour', 'mail.send');
select ok(not is_duplicate, 'another key is another matter') from queue.throttle('b', '1 hour', 'mail.send');
select tests.at('2026-01-01 13:00Z') as at \gset
select ok(not is_duplicate, 'the next period begins when the first is over') from queue.throttle('a', '1 hour', 'mail.send');

select * from finish();
rollback;

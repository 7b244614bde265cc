\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select tests.at('2026-01-01 12:00Z') as at \gset
select job_id from queue.enqueue_unique('a', 'mail.send', unique_for => '1 hour') \gset
select tests.settle(array[:job_id]) as settled, tests.at('2026-01-01 12:59Z') as at \gset

select ok(is_duplicate, 'within its time the key is taken, whatever became of the job')
from queue.enqueue_unique('a', 'mail.send', unique_for => '1 hour');
select ok(not is_duplicate, 'for who asks for less it is not')
from queue.enqueue_unique('a', 'mail.send', unique_for => '30 minutes');
select tests.at('2026-01-01 14:00Z') as at \gset
select ok(not is_duplicate, 'nor after it') from queue.enqueue_unique('a', 'mail.send', unique_for => '1 hour');

select * from finish();
rollback;

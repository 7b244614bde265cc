\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select job_id from queue.enqueue_unique('a', 'mail.send') \gset
select tests.given_page(array[:job_id]) as page_id \gset

select ok(is_duplicate, 'a job that runs counts where it is asked for')
from queue.enqueue_unique('a', 'mail.send', unique_states => '{queued,running}');
select ok(not is_duplicate, 'and does not where only one that waits does')
from queue.enqueue_unique('a', 'mail.send', unique_states => '{queued}');

select * from finish();
rollback;

\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select tests.at('2026-01-01 12:00:00Z') as at \gset
select queue.debounce('a', '10 seconds', 'mail.send', max_wait => '15 seconds') as first_id \gset
select tests.at('2026-01-01 12:00:10Z') as at \gset
select queue.debounce('a', '10 seconds', 'mail.send', max_wait => '15 seconds') as second_id \gset

select is((queue.get_job(:first_id)).state, 'queued', 'what is due is not called off');
select is((queue.get_job(:second_id)).due_at, '2026-01-01 12:00:20Z', 'and does not count for the next one');

select * from finish();
rollback;

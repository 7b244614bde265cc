\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select tests.at('2026-01-01 12:00:00Z') as at \gset
select queue.debounce('a', '10 seconds', 'mail.send', max_wait => '15 seconds') as first_id \gset
select tests.at('2026-01-01 12:00:08Z') as at \gset
select queue.debounce('a', '10 seconds', 'mail.send', max_wait => '15 seconds') as second_id \gset

select is((queue.get_job(:second_id)).due_at, '2026-01-01 12:00:15Z', 'who is put off again and again runs in the end');

select * from finish();
rollback;

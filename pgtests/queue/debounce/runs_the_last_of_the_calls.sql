\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select tests.at('2026-01-01 12:00:00Z') as at \gset
select queue.debounce('a', '10 seconds', 'mail.send', '1') as first_id \gset
select tests.at('2026-01-01 12:00:08Z') as at \gset
select queue.debounce('a', '10 seconds', 'mail.send', '2') as second_id \gset

select is((queue.get_job(:first_id)).state, 'cancelled', 'the earlier call is off');
select is((queue.get_job(:first_id)).error ->> 'type', 'superseded', 'it says why');
select is((queue.get_job(:second_id)).due_at, '2026-01-01 12:00:18Z', 'the later one waits from now on');

select * from finish();
rollback;

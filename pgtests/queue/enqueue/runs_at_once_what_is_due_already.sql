\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context, tests.at('2026-01-01 12:00Z') as at \gset

set local role api_owner;
select queue.enqueue('a', run_at => '2026-01-01 11:00Z') as job_id \gset

reset role;
select is((select run_at from queue.job where job_id = :job_id), null, 'a time that has passed is no time to wait for');
select is_empty(format($$select from queue.timer where job_id = %s$$, :job_id), 'and needs no timer');

select * from finish();
rollback;

\ir ../../_setup.psql
select plan(1);

select tests.given_tenant('one') as one, tests.given_tenant('two') as two \gset
select tests.as_tenant(:'one') as context, tests.given_dead() as job_id \gset
select tests.as_tenant(:'two') as context \gset
set local role api_owner;

select is_empty('select from queue.list_dead(null, 10)', 'what is another''s is not there');

select * from finish();
rollback;

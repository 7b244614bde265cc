\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role audit_owner;

savepoint deed;
select audit.record('launch') as recorded \gset
select isnt_empty('select e.action from audit.entry as e', 'the entry is there with the deed');
rollback to deed;
select is_empty('select e.action from audit.entry as e', 'what was not done leaves no trace');

select * from finish();
rollback;

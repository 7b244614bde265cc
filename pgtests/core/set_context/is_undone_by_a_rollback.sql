\ir ../../_setup.psql
select plan(1);

set local role gateway_owner;

savepoint before;
select core.set_context(core.new_id(), core.new_id(), 'request') as context \gset
rollback to before;

select is(core.tenant_id(), null, 'what was rolled back is forgotten');

select * from finish();
rollback;

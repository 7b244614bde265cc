\ir ../../_setup.psql
select plan(2);

set local role gateway_owner;
select core.set_context(core.new_id(), core.new_id(), 'request', 'trace') as context \gset

select isnt(core.tenant_id(), null, 'a context names a tenant');
select core.set_context(null, null, null) as context \gset
select results_eq(
    'select core.tenant_id(), core.principal_id(), core.request_id(), core.trace()',
    'select null::uuid, null::uuid, null::text, null::text',
    'nothing of it shines through the next one'
);

select * from finish();
rollback;

\ir ../../_setup.psql
select plan(1);

select tests.as_tenant(core.new_id()) as context \gset
set local role api_owner;

select throws_ok(
    $$select tenancy.put_member(core.new_id(), 'reader')$$, '23503', null,
    'nobody joins a tenant that is not there'
);

select * from finish();
rollback;

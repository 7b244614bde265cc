\ir ../../_setup.psql
select plan(1);

set local role api_owner;

select throws_ok(
    $$select tenancy.put_member(core.new_id(), 'reader')$$, '42501', null,
    'a membership belongs to a tenant'
);

select * from finish();
rollback;

\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
set local role api_owner;

select throws_ok(
    $$select tenancy.set_state(core.new_id(), 'suspended')$$, 'TE404', null,
    'there is no such tenant'
);
select throws_ok(
    format($$select tenancy.set_state(%L, 'asleep')$$, :'acme'), '23514', null,
    'there is no such state'
);

select * from finish();
rollback;

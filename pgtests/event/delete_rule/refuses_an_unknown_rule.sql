\ir ../../_setup.psql
select plan(3);

select tests.given_tenant('acme') as acme, tests.given_tenant('other') as other \gset
select tests.as_tenant(:'other') as context \gset
set local role api_owner;
select rule_id from event.create_rule('*', 'count') \gset
reset role;
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select throws_ok('select event.delete_rule(gen_random_uuid())', 'VE404', null, 'there is no such rule');
select throws_ok(format('select event.delete_rule(%L)', :'rule_id'), 'VE404', null, 'nor one of another tenant');
reset role;
select isnt_empty('select from event.rule', 'which stays');

select * from finish();
rollback;

\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;
select rule_id from event.create_rule('*', 'count') \gset

select event.delete_rule(:'rule_id') as deleted \gset

select is((select e.job_ids from event.emit('a') as e), '{}'::bigint[], 'what is deleted sets nothing off');
select throws_ok(format('select event.delete_rule(%L)', :'rule_id'), 'VE404', null, 'and is gone');

select * from finish();
rollback;

\ir ../../_setup.psql
select plan(3);

select tests.given_tenant('acme') as acme, tests.given_tenant('globex') as globex \gset
select tests.given_key(:'acme') as secret, tests.given_key(:'globex') as other \gset
set local role howdah_api;
select r.body::jsonb ->> 'rule_id' as rule_id
from tests.call(:'secret', 'create_rule', '{"event_type": "order.*", "kind": "mail.send"}') as r \gset

select throws_ok(
    format($$select tests.call(%L, 'delete_rule', '{"rule_id": "%s"}')$$, :'other', :'rule_id'), 'VE404', null, 'not for another tenant'
);
select is(tests.code(tests.call(:'secret', 'delete_rule', jsonb_build_object('rule_id', :'rule_id'))), '204', 'its own tenant ends it');
select is((tests.call(:'secret', 'list_rules')).body::jsonb -> 'items', '[]', 'it is gone');

select * from finish();
rollback;

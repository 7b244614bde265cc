\ir ../../_setup.psql
select plan(2);

select tests.given_tenant('acme') as acme, tests.given_tenant('globex') as globex \gset
select tests.given_key(:'acme') as owner, tests.given_key(:'globex') as other \gset
set local role howdah_api;
select (r.body::jsonb ->> 'user_id') as user_id
from tests.call(:'other', 'add_member', '{"email": "ada@example.org", "role": "reader"}') as r \gset

select throws_ok(
    format($$select tests.call(%L, 'remove_member', '{"user_id": "%s"}')$$, :'owner', :'user_id'), 'TE404', null,
    'a member of another tenant is none here'
);
select throws_ok(
    format($$select tests.call(%L, 'change_member', '{"user_id": "%s", "role": "reader"}')$$, :'owner', :'user_id'), 'TE404', null,
    'nor is the role changed'
);

select * from finish();
rollback;

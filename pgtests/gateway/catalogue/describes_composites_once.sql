\ir ../../_setup.psql
select plan(3);

set local role howdah_api;

select is(
    gateway.catalogue()::jsonb #> '{schemas,api_key,required}',
    '["api_key_id", "name", "role", "hint", "created_at", "expires_at", "revoked_at"]',
    'every field is there'
);
select is(
    gateway.catalogue()::jsonb #> '{schemas,api_key,properties,expires_at,type}', '["string", "null"]',
    'one declared so may be null'
);
select is(
    gateway.catalogue()::jsonb #>> '{schemas,api_key,properties,role,type}', 'string',
    'another never is'
);

select * from finish();
rollback;

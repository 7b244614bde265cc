\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret \gset
set local role howdah_api;

select is(
    (tests.call(:'secret', 'list_members')).body, '{"items":[],"next_cursor":null}',
    'no items, no next page'
);

select * from finish();
rollback;

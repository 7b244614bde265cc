\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret \gset
set local role howdah_api;
select format(
    'select s.kind from gateway.follow(tests.route(''stream_events''), array[tests.digest(%L)]) as s where s.kind <> ''position''',
    :'secret'
) as follow \gset
select results_eq(:'follow', $$values ('granted'::text)$$, 'a key may follow');

reset role;
select tests.as_key(:'secret') as context, iam.revoke_api_key(core.principal_id()) as revoked \gset
set local role howdah_api;
select results_eq(:'follow', $$values ('refused'::text)$$, 'until it is revoked');

select * from finish();
rollback;

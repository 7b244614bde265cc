\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select throws_ok(
    $$select queue.enqueue('a', to_jsonb(repeat('x', 262144)))$$, 'QU422', null, 'over 256 KiB is too much'
);
select lives_ok($$select queue.enqueue('a', to_jsonb(repeat('x', 262100)))$$, 'a little less is not');

select * from finish();
rollback;

\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select throws_ok($$select queue.debounce('a', null, 'b')$$, 'QU422', null, 'a wait is given');
select throws_ok($$select queue.debounce('a', '-1 s', 'b')$$, 'QU422', null, 'it goes forward');
select throws_ok(
    $$select queue.debounce('a', '2 s', 'b', max_wait => '1 s')$$, 'QU422', null, 'it is not longer than the longest'
);

select * from finish();
rollback;

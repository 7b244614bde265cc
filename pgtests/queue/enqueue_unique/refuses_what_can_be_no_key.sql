\ir ../../_setup.psql
select plan(4);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select throws_ok($$select queue.enqueue_unique('', 'mail.send')$$, 'QU422', null, 'a key is not empty');
select throws_ok($$select queue.enqueue_unique(null, 'mail.send')$$, 'QU422', null, 'nor missing');
select throws_ok(
    $$select queue.enqueue_unique(repeat('a', 257), 'mail.send')$$, 'QU422', null, 'nor longer than 256 characters'
);
select throws_ok(
    $$select queue.enqueue_unique('a', 'mail.send', unique_states => '{finished}')$$, 'QU422', null,
    'a state that no job can have is a mistake'
);

select * from finish();
rollback;

\ir ../../_setup.psql
select plan(5);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select queue.enqueue('mail.send') as job_id \gset
reset role;
select tests.as_tenant(tests.given_tenant('other')) as context \gset
set local role api_owner;
select queue.enqueue('mail.send') as own_id \gset

select throws_ok($$select queue.enqueue('a', depends_on => '{5}')$$, 'QU422', null, 'there is no such job');
select throws_ok(
    format($$select queue.enqueue('a', depends_on => array[%s, %s])$$, :own_id, :job_id), 'QU422', null,
    'that of another tenant is none'
);
select throws_ok(
    format($$select queue.enqueue('a', depends_on => array[%s + 1])$$, :own_id), 'QU422', null,
    'a lot has no more jobs than it has'
);
select throws_ok(
    format($$select queue.enqueue('a', depends_on => array_fill(%s::bigint, array[101]))$$, :own_id), 'QU422', null,
    'what needs more than a hundred follows a batch'
);
select throws_ok(
    format($$select queue.enqueue('a', depends_on => array[%s], depends_policy => 'maybe')$$, :own_id), 'QU422', null,
    'a policy is one of two'
);

select * from finish();
rollback;

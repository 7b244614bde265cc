\ir ../../_setup.psql
select plan(1);

set local role gateway_owner;

select is(
    core.hmac_sha256('what do ya want for nothing?', 'Jefe'),
    '\x5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'::bytea,
    'test case 2 of the RFC'
);

select * from finish();
rollback;

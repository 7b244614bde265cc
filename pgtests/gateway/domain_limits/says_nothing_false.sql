\ir ../../_setup.psql
select plan(5);

create domain tests.share as numeric check (value between 0.5 and 1.5);
create domain tests.outside as integer check (value <= 5 or value >= 10);
create domain tests.sign as integer check (value in (-1, 0));
create domain tests.digits as text check (value ~ '^[[:digit:]]+$');
create domain tests.whole as numeric check (value between 1 and 10);
set local role gateway_owner;

select is(gateway.domain_limits('tests.share'), '{}', 'it does not round a limit');
select is(gateway.domain_limits('tests.outside'), '{}', 'one of two is not both');
select is(gateway.domain_limits('tests.sign'), '{}', 'a number is no text');
select is(gateway.domain_limits('tests.digits'), '{}', 'a pattern that only PostgreSQL reads is kept back');
select is(
    gateway.domain_limits('tests.whole'), '{"minimum": 1, "maximum": 10}',
    'whole limits of another type are read'
);

select * from finish();
rollback;

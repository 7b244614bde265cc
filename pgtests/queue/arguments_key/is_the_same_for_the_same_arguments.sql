\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select is(
    queue.arguments_key('mail.send', '{"a": 1, "b": 2}'), queue.arguments_key('mail.send', '{"b": 2, "a": 1}'),
    'the order of fields is no difference'
);
select is(count(distinct k), 3::bigint, 'another payload is, and another kind')
from unnest(array[
    queue.arguments_key('mail.send', '{"a": 1}'), queue.arguments_key('mail.send', '{"a": 2}'),
    queue.arguments_key('mail.sent', '{"a": 1}')
]) as k;

select * from finish();
rollback;

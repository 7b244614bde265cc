\ir ../../_setup.psql
select plan(3);

set local role gateway_owner;

select is(gateway.default_value('core.now()'), null, 'a call is made anew each time');
select is(gateway.default_value('NULL::text'), null, 'null is none');
select is(gateway.default_value($$'a'::text || 'b'::text$$), null, 'an expression is not computed');

select * from finish();
rollback;

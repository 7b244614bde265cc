\ir ../../_setup.psql
select plan(3);

set local role howdah_api;
select gateway.catalogue()::jsonb ->> 'version' as version \gset
select is(gateway.catalogue()::jsonb ->> 'version', :'version', 'it stays while nothing changes');

reset role;
select tests.given_greet_route() as given \gset
select gateway.catalogue()::jsonb ->> 'version' as exposed \gset
select isnt(:'exposed'::text, :'version'::text, 'a new route changes it');
select gateway.withdraw('POST', '/greetings') as withdrawn \gset
select isnt(gateway.catalogue()::jsonb ->> 'version', :'exposed', 'and so does one that goes');

select * from finish();
rollback;

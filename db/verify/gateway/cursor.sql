-- Verify howdah:gateway/cursor on pg

begin;

select purpose, secret from gateway.signing_key where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'gateway.signing_key'::regclass;
select 'gateway.cursor_signature(integer,uuid,jsonb,bytea)'::regprocedure;
select 'gateway.make_cursor(integer,jsonb,text)'::regprocedure;
select 'gateway.read_cursor(integer,jsonb)'::regprocedure;

rollback;

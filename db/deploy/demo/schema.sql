-- Deploy howdah:demo/schema to pg
-- requires: core/protect
-- requires: gateway/expose
-- requires: queue/define

begin;

-- A role belongs to the cluster, not to the database: it may already be there.
do $$
begin
    create role demo_owner nologin;
exception
    when duplicate_object or unique_violation then null;
end
$$;

alter default privileges for role demo_owner revoke execute on functions from public;
alter default privileges for role demo_owner revoke usage on types from public;

create schema demo authorization demo_owner;
comment on schema demo is 'What happens in GitHub repositories: an example of a service that a product team adds.';

-- What the service takes from others …
grant usage on schema core, gateway, queue to demo_owner;
grant execute on function
    gateway.expose(text, text, regproc, text, text, text, text[], text, integer, text, jsonb, jsonb, boolean, text, text),
    gateway.withdraw(text, text),
    gateway.declare_nullable(regtype, text[]),
    queue.define(core.word, interval, integer, integer, interval, interval, text, real, interval)
to demo_owner;

-- … and who calls it: the gateway its endpoints, the worker's handlers the rest.
grant usage on schema demo to gateway_owner, howdah_worker;

set local role demo_owner;

select queue.define('github', lease => '15 seconds', page_size => 50);

commit;

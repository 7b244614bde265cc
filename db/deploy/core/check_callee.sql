-- Deploy howdah:core/check_callee to pg
-- requires: core/schema

begin;

set local role core_owner;

-- A function that others call by name would run with their rights, not with those of its service,
-- if it were not a security definer.
create function core.check_callee(function_id regproc, caller name)
returns void
language plpgsql
stable
set search_path = ''
as $$
begin
    if not (select p.prosecdef from pg_catalog.pg_proc as p where p.oid = function_id) then
        raise exception using
            errcode = 'invalid_function_definition',
            message = format('%s is called by others and must be a security definer', function_id);
    elsif not pg_catalog.has_function_privilege(caller, function_id, 'execute') then
        raise exception using
            errcode = 'insufficient_privilege', message = format('%s may not execute %s', caller, function_id);
    end if;
end
$$;

comment on function core.check_callee is
    'Refuses a function that a role is to call by its name: raises 42P13 when it does not run with its owner''s rights, 42501 when the role may not execute it.';
grant execute on function core.check_callee to ops_owner, gateway_owner, queue_owner;

commit;

-- Deploy howdah:event/rule to pg
-- requires: event/schema
-- requires: core/protect
-- requires: core/types

begin;

set local role event_owner;

create table event.rule (
    tenant_id uuid not null,
    rule_id uuid not null default core.new_id(),
    event_type text not null
    constraint event_type_is_a_word_or_ends_in_a_star
    check (event_type ~ '^([A-Za-z0-9][A-Za-z0-9._:/-]{0,126})?\*$|^[A-Za-z0-9][A-Za-z0-9._:/-]{0,127}$'),
    queue core.word not null default 'default',
    kind core.word not null,
    priority smallint not null default 2
    constraint priority_is_1_to_4 check (priority between 1 and 4),
    is_announced boolean not null default true,
    created_at timestamptz not null default core.now(),
    primary key (tenant_id, rule_id)
);

comment on table event.rule is 'On an event of this type, enqueue this kind of job.';
comment on column event.rule.tenant_id is 'Whose rule it is.';
comment on column event.rule.rule_id is 'The id of the rule.';
comment on column event.rule.event_type is 'Which events: a type, or the beginning of one with * at its end.';
comment on column event.rule.queue is 'In which queue the job goes.';
comment on column event.rule.kind is 'Which kind of job it is.';
comment on column event.rule.priority is 'With which priority, 1 (first) to 4.';
comment on column event.rule.is_announced is 'Whether the end of the job becomes an event: job.succeeded, job.dead or job.cancelled.';
comment on column event.rule.created_at is 'Since when the rule holds.';

select core.protect('event.rule');

create function event.create_rule(
    event_type text,
    kind core.word,
    queue core.word default 'default',
    priority smallint default 2,
    is_announced boolean default true
)
returns event.rule
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_variable
declare
    v_rule event.rule;
begin
    perform queue.check_queue(queue);

    insert into event.rule as r (tenant_id, event_type, kind, queue, priority, is_announced)
    values (core.tenant_id(), event_type, kind, queue, priority, is_announced)
    returning r.* into v_rule;

    return v_rule;
end
$$;

comment on function event.create_rule is 'Makes a rule in the tenant of the context. Raises QU422, 23514.';

create function event.list_rules(after uuid, "limit" integer)
returns setof event.rule
language sql
stable
security definer
set search_path = ''
as $$
    select r.*
    from event.rule as r
    where r.tenant_id = (select core.tenant_id())
        and (list_rules.after is null or r.rule_id > list_rules.after)
    order by r.rule_id
    limit list_rules."limit"
$$;

comment on function event.list_rules is 'The rules of the tenant of the context, oldest first.';

create function event.delete_rule(rule_id uuid)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    delete from event.rule as r where r.tenant_id = core.tenant_id() and r.rule_id = delete_rule.rule_id;

    if not found then
        raise exception using errcode = 'VE404', message = format('there is no rule %s', delete_rule.rule_id);
    end if;
end
$$;

comment on function event.delete_rule is 'Deletes a rule. Raises VE404.';

grant usage on type event.rule to api_owner;
grant execute on function
    event.create_rule(text, core.word, core.word, smallint, boolean), event.list_rules(uuid, integer),
    event.delete_rule(uuid)
to api_owner;

commit;

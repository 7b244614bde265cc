-- Deploy howdah:queue/retry_rule to pg
-- requires: queue/limit

begin;

set local role queue_owner;

create table queue.retry_rule (
    queue_id integer not null references queue.queue (queue_id) on delete cascade,
    error_type text not null
    constraint error_type_is_whole_or_ends_with_an_asterisk check (error_type ~ '^[^*]*\*?$'),
    constraint error_type_has_1_to_256_characters check (length(error_type) between 1 and 256),
    outcome text not null default 'retry'
    constraint outcome_is_known check (outcome in ('retry', 'dead', 'snooze')),
    retry_strategy text
    constraint retry_strategy_is_known check (retry_strategy in ('exponential', 'linear', 'fixed')),
    retry_base interval
    constraint retry_base_is_up_to_a_year check (retry_base between interval '0' and interval '1 year'),
    retry_cap interval
    constraint retry_cap_is_up_to_a_year check (retry_cap between interval '0' and interval '1 year'),
    max_attempts smallint
    constraint max_attempts_is_1_to_1000 check (max_attempts between 1 and 1000),
    primary key (queue_id, error_type)
);

comment on table queue.retry_rule is 'What a queue does after errors of a type, where it is not what it does after every other.';
comment on column queue.retry_rule.queue_id is 'The queue.';
comment on column queue.retry_rule.error_type is 'The type of the error, or the beginning of one with * at its end.';
comment on column queue.retry_rule.outcome is
    'retry: the attempt failed, another follows. dead: none follows. snooze: the job is put off, and the attempt does not count.';
comment on column queue.retry_rule.retry_strategy is 'How the wait grows, as in the queue; null: as in the queue.';
comment on column queue.retry_rule.retry_base is 'The first wait; null: as in the queue.';
comment on column queue.retry_rule.retry_cap is 'What the wait grows to; null: as in the queue.';
comment on column queue.retry_rule.max_attempts is
    'After how many attempts a job is dead that does not say it itself; null: as in the queue.';

select core.confine('queue.retry_rule', 'queue_owner');
create policy engine_reads_retry_rule on queue.retry_rule for select to queue_engine using (true);
grant select on queue.retry_rule to queue_engine;
grant usage on type queue.retry_rule to queue_engine, api_owner;

create function queue.set_retry_rule(
    queue text,
    error_type text,
    outcome text default 'retry',
    retry_strategy text default null,
    retry_base interval default null,
    retry_cap interval default null,
    max_attempts integer default null
)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_variable
begin
    insert into queue.retry_rule as r (
        queue_id, error_type, outcome, retry_strategy, retry_base, retry_cap, max_attempts
    )
    values (
        queue.queue_id_of(queue), error_type, outcome, retry_strategy, retry_base, retry_cap, max_attempts
    )
    on conflict on constraint retry_rule_pkey do update
    set
        outcome = excluded.outcome, retry_strategy = excluded.retry_strategy, retry_base = excluded.retry_base,
        retry_cap = excluded.retry_cap, max_attempts = excluded.max_attempts;
end
$$;

comment on function queue.set_retry_rule is
    'Says what a queue does after errors of a type, given whole or by its beginning and *: the rule that fits best counts. A wait that the handler names itself counts more. Raises QU404, 23514.';

create function queue.drop_retry_rule(queue text, error_type text)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_queue_id integer := queue.queue_id_of(queue);
begin
    delete from queue.retry_rule as r where r.queue_id = v_queue_id and r.error_type = drop_retry_rule.error_type;
    if not found then
        raise exception using
            errcode = 'QU404', message = format('the queue %L has no rule for %L', queue, error_type), column = 'error_type';
    end if;
end
$$;

comment on function queue.drop_retry_rule is 'Has a queue do after such errors what it does after every other. Raises QU404.';

create function queue.list_retry_rules(queue text)
returns setof queue.retry_rule
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_queue_id integer := queue.queue_id_of(queue);
begin
    return query
    select r.* from queue.retry_rule as r where r.queue_id = v_queue_id order by r.error_type;
end
$$;

comment on function queue.list_retry_rules is 'The rules of a queue for errors of some types. Raises QU404.';

grant execute on function
    queue.set_retry_rule(text, text, text, text, interval, interval, integer), queue.drop_retry_rule(text, text),
    queue.list_retry_rules(text)
to api_owner;

reset role;
set local role queue_engine;

create function queue.rule_for(queue_id integer, error_type text)
returns queue.retry_rule
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_rule queue.retry_rule;
begin
    select r.*
    into v_rule
    from queue.retry_rule as r
    where r.queue_id = rule_for.queue_id
        and (
            r.error_type = rule_for.error_type
            or (right(r.error_type, 1) = '*' and starts_with(rule_for.error_type, left(r.error_type, -1)))
        )
    order by r.error_type = rule_for.error_type desc, length(r.error_type) desc
    limit 1;
    return v_rule;
end
$$;

comment on function queue.rule_for is 'The rule of a queue that fits a type of error best; null when none does.';

create function queue.under_rule(queue queue.queue, rule queue.retry_rule)
returns queue.queue
language plpgsql
immutable
set search_path = ''
as $$
begin
    queue.retry_strategy := coalesce(rule.retry_strategy, queue.retry_strategy);
    queue.retry_base := coalesce(rule.retry_base, queue.retry_base);
    queue.retry_cap := coalesce(rule.retry_cap, queue.retry_cap);
    queue.max_attempts := coalesce(rule.max_attempts, queue.max_attempts);
    return queue;
end
$$;

comment on function queue.under_rule is 'A queue with what a rule says in place of its own.';

commit;

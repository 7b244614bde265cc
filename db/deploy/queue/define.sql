-- Deploy howdah:queue/define to pg
-- requires: queue/turn

begin;

set local role queue_owner;

create function queue.define(
    name core.word,
    lease interval default '30 seconds',
    page_size integer default 100,
    max_attempts integer default 20,
    retry_base interval default '2 seconds',
    retry_cap interval default '1 hour',
    retry_strategy text default 'exponential',
    retry_jitter real default 0.2,
    ageing interval default '1 minute'
)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_variable
declare
    v_queue_id integer;
begin
    update queue.queue as q
    set
        lease = lease, page_size = page_size, max_attempts = max_attempts, retry_base = retry_base,
        retry_cap = retry_cap, retry_strategy = retry_strategy, retry_jitter = retry_jitter, ageing = ageing
    where q.name = define.name;

    if found then
        return;
    end if;

    insert into queue.queue as q (
        name, lease, page_size, max_attempts, retry_base, retry_cap, retry_strategy, retry_jitter, ageing
    )
    values (
        name, lease, page_size, max_attempts, retry_base, retry_cap, retry_strategy, retry_jitter, ageing
    )
    returning q.queue_id into v_queue_id;
    perform queue.open(v_queue_id);
end
$$;

comment on function queue.define is 'Sets a queue up, or changes how one treats its jobs. Raises 23514.';
grant execute on function queue.define to api_owner;

create function queue.set_state(name text, state text)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    update queue.queue as q set state = set_state.state where q.name = set_state.name;
    if not found then
        raise exception using
            errcode = 'QU404', message = format('there is no queue %L', set_state.name), column = 'queue';
    end if;
    perform pulse.announce('queue');
end
$$;

comment on function queue.set_state is 'Changes the state of a queue. Raises QU404, 23514.';

create function queue.pause(name text)
returns void
language sql
volatile
security definer
set search_path = ''
as $$
    select queue.set_state(pause.name, 'paused')
$$;

comment on function queue.pause is 'Hands out no more jobs of a queue; those that run go on, new ones are accepted. Raises QU404.';

create function queue.resume(name text)
returns void
language sql
volatile
security definer
set search_path = ''
as $$
    select queue.set_state(resume.name, 'running')
$$;

comment on function queue.resume is 'Lets a queue accept jobs and hand them out. Raises QU404.';

create function queue.drain(name text)
returns void
language sql
volatile
security definer
set search_path = ''
as $$
    select queue.set_state(drain.name, 'draining')
$$;

comment on function queue.drain is 'Accepts no more jobs in a queue, and works off those that are there. Raises QU404.';
grant execute on function queue.pause(text), queue.resume(text), queue.drain(text) to api_owner;

select queue.define('default');

commit;

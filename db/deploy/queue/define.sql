-- Deploy howdah:queue/define to pg
-- requires: queue/queue

begin;

set local role queue_owner;

create function queue.define(
    name core.word,
    lease interval default '30 seconds',
    page_size integer default 100,
    max_attempts integer default 20,
    retry_base interval default '2 seconds',
    retry_cap interval default '1 hour'
)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_lane integer;
begin
    insert into queue.queue as q (name, lease, page_size, max_attempts, retry_base, retry_cap)
    values (
        define.name, define.lease, define.page_size, define.max_attempts, define.retry_base, define.retry_cap
    )
    on conflict on constraint queue_pkey do update
    set
        lease = excluded.lease, page_size = excluded.page_size, max_attempts = excluded.max_attempts,
        retry_base = excluded.retry_base, retry_cap = excluded.retry_cap;

    for v_lane in
        insert into queue.lane as l (queue, priority)
        select define.name, p from generate_series(1, 4) as p
        on conflict on constraint lane_queue_priority_key do nothing
        returning l.lane_id
    loop
        execute format('create sequence queue.lane_%s_hint minvalue 0 start 0', v_lane);
        execute format('grant select, update on sequence queue.lane_%s_hint to queue_engine', v_lane);
    end loop;
end
$$;

comment on function queue.define is 'Sets a queue up, or changes how one treats its jobs. Raises 23514.';
grant execute on function queue.define to api_owner;

select queue.define('default');

commit;

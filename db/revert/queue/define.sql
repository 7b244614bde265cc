-- Revert howdah:queue/define from pg

begin;

do $$
declare
    v_lane integer;
begin
    for v_lane in select l.lane_id from queue.lane as l loop
        execute format('drop sequence queue.lane_%s_hint', v_lane);
    end loop;
end
$$;

delete from queue.queue;

drop function queue.define(core.word,interval,integer,integer,interval,interval);

commit;

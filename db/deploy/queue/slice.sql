-- Deploy howdah:queue/slice to pg
-- requires: queue/backlog
-- requires: queue/page

begin;

set local role queue_engine;

-- Some of the jobs of a part: skip so many, then take so many.
create function queue.slice(part queue.backlog, skip integer, take integer)
returns queue.backlog
language plpgsql
immutable
set search_path = ''
as $$
begin
    if skip > 0 or take < part.size then
        select array_agg(c.first_id order by c.place), array_agg(c.size order by c.place), array_agg(c.attempt order by c.place)
        into part.job_ids, part.sizes, part.attempts
        from (
            select
                s.place, s.attempt,
                s.job_id + greatest(skip - s.before, 0) as first_id,
                (least(s.before + s.size, skip + take) - greatest(s.before, skip))::smallint as size
            from (
                select p.*, sum(p.size) over (order by p.place) - p.size as before
                from unnest(part.job_ids, part.sizes, part.attempts) with ordinality as p (job_id, size, attempt, place)
            ) as s
            where s.before < skip + take and s.before + s.size > skip
        ) as c;
        part.size := take;
    end if;
    return part;
end
$$;

comment on function queue.slice is 'Some jobs of a part of the backlog, in their order.';

create function queue.size_of(page queue.page)
returns bigint
language sql
immutable
set search_path = ''
as $$
    select sum(s) from unnest(page.sizes) as s
$$;

comment on function queue.size_of is 'How many jobs a page has.';

commit;

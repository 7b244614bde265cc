-- Payloads made beforehand, a hundred a row: taking them costs both sides the same, and little.
-- Each is 200 bytes of JSON, nearly all of it random digits, so that nothing compresses well.
create table bench.sample (
    sample_id integer generated always as identity primary key,
    payloads jsonb[] not null
);
alter table bench.sample alter column payloads set storage external;

insert into bench.sample (payloads)
select array_agg(jsonb_build_object('text', left(t.digits, 188)))
from
    generate_series(0, 1000 * 100 - 1) as n
    cross join lateral (
        select string_agg(md5(random()::text || n || i), '') as digits from generate_series(1, 6) as i
    ) as t
group by n / 100;

analyze bench.sample;

-- Deploy howdah:queue/check_cron to pg
-- requires: queue/schema

begin;

set local role queue_owner;

create function queue.expand_cron(cron text)
returns text
language sql
immutable
as $$
    select case lower(btrim(cron))
        when '@hourly' then '0 * * * *'
        when '@daily' then '0 0 * * *'
        when '@midnight' then '0 0 * * *'
        when '@weekly' then '0 0 * * 0'
        when '@monthly' then '0 0 1 * *'
        when '@yearly' then '0 0 1 1 *'
        when '@annually' then '0 0 1 1 *'
        else btrim(cron, E' \t\r\n')
    end
$$;

comment on function queue.expand_cron is 'A cron expression in its five fields, also where it was a word such as @daily.';

create function queue.cron_number(word text, lowest integer, highest integer, names text[])
returns integer
language sql
immutable
as $$
    select n.number
    from (
        select case
            when word ~ '^[0-9]{1,2}$' then word::integer
            else array_position(names, upper(word)) - 1 + lowest
        end as number
    ) as n
    where n.number between lowest and highest
$$;

comment on function queue.cron_number is
    'What a number or a name in a field of a cron expression means; null when it is neither, or out of range. The first of the names means lowest.';

-- A step goes with * or a range only, and a range goes up: what other forms mean differs from one
-- cron to the next.
create function queue.cron_values(field text, lowest integer, highest integer, names text[] default '{}')
returns integer[]
language plpgsql
immutable
set search_path = ''
as $$
declare
    v_values integer[] := '{}';
    v_item text;
    v_part text[];
    v_first integer;
    v_last integer;
    v_step integer;
begin
    foreach v_item in array string_to_array(field, ',') loop
        v_part := regexp_match(v_item, '^(?:(\*)|([A-Za-z0-9]+)(?:-([A-Za-z0-9]+))?)(?:/([0-9]{1,3}))?$');
        v_first := case when v_part[1] = '*' then lowest else queue.cron_number(v_part[2], lowest, highest, names) end;
        v_last := case
            when v_part[1] = '*' then highest
            when v_part[3] is null then v_first
            else queue.cron_number(v_part[3], lowest, highest, names)
        end;
        v_step := coalesce(v_part[4]::integer, 1);

        if v_part is null or v_first is null or v_last is null
            or v_part[3] is not null and v_first >= v_last
            or v_part[4] is not null and (v_first = v_last or v_step not between 1 and highest)
        then
            return null;
        end if;

        v_values := v_values || array(select generate_series(v_first, v_last, v_step));
    end loop;

    return nullif(v_values, '{}');
end
$$;

comment on function queue.cron_values is
    'The numbers that a field of a cron expression means; null when it is none: *, numbers, names, ranges, lists, and steps of * or of a range.';

create function queue.longest_month(months integer[])
returns integer
language sql
immutable
as $$
    select max((array[31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])[m]) from unnest(months) as m
$$;

comment on function queue.longest_month is 'How many days the longest of these months can have.';

create function queue.check_cron(cron text)
returns void
language plpgsql
immutable
set search_path = ''
as $$
declare
    v_fields text[] := regexp_split_to_array(queue.expand_cron(coalesce(cron, '')), '\s+');
    v_field record;
    v_values integer[];
    v_days integer[];
    v_months integer[];
begin
    if cardinality(v_fields) <> 5 then
        raise exception using
            errcode = 'QU422', message = format('%L has %s fields, a cron expression has 5', cron, cardinality(v_fields)),
            column = 'cron',
            hint = 'Write minute, hour, day of the month, month and day of the week; or @hourly, @daily, @weekly, @monthly, @yearly.';
    end if;

    for v_field in
        select f.place, f.name, f.lowest, f.highest, f.names
        from (
            values
            (1, 'minute', 0, 59, '{}'::text[]),
            (2, 'hour', 0, 23, '{}'),
            (3, 'day of the month', 1, 31, '{}'),
            (4, 'month', 1, 12, '{JAN,FEB,MAR,APR,MAY,JUN,JUL,AUG,SEP,OCT,NOV,DEC}'),
            (5, 'day of the week', 0, 7, '{SUN,MON,TUE,WED,THU,FRI,SAT}')
        ) as f (place, name, lowest, highest, names)
        order by f.place
    loop
        v_values := queue.cron_values(v_fields[v_field.place], v_field.lowest, v_field.highest, v_field.names);
        if v_values is null then
            raise exception using
                errcode = 'QU422',
                message = format(
                    '%L is not the %s of a cron expression: that is %s to %s',
                    v_fields[v_field.place], v_field.name, v_field.lowest, v_field.highest
                ),
                detail = replace(v_field.name, ' ', '_'), column = 'cron',
                hint = 'Write *, a number, a range such as 1-5, a list such as 1,15 or a step such as */10 or 8-18/2.';
        end if;

        v_days := case v_field.place when 3 then v_values else v_days end;
        v_months := case v_field.place when 4 then v_values else v_months end;
    end loop;

    if starts_with(v_fields[5], '*') and queue.longest_month(v_months) < (select min(d) from unnest(v_days) as d) then
        raise exception using
            errcode = 'QU422', message = format('%L names a day that none of its months has', cron),
            detail = 'day_of_the_month', column = 'cron';
    end if;
end
$$;

comment on function queue.check_cron is
    'Refuses what is not a cron expression of five fields, or @hourly, @daily, @midnight, @weekly, @monthly, @yearly, @annually. Raises QU422, which names the field.';

-- SET TIME ZONE takes no abbreviations but formulas, which have a number in them, and any case; what
-- it shows then is the name as the database of zones spells it.
create function queue.check_time_zone(time_zone text)
returns void
language plpgsql
volatile
set search_path = ''
set timezone = 'UTC'
as $$
begin
    begin
        perform set_config('timezone', time_zone, true)
        where time_zone ~ '^([A-Z][A-Za-z_/-]*|Etc/GMT[+-][0-9]{1,2})$';
    exception
        when invalid_parameter_value then null;
    end;

    if current_setting('timezone') is distinct from time_zone then
        raise exception using
            errcode = 'QU422', message = format('there is no time zone %L', time_zone), column = 'time_zone',
            hint = 'Write the name that the IANA database of time zones has, such as Europe/Berlin.';
    end if;
end
$$;

comment on function queue.check_time_zone is
    'Refuses what is not the name of a time zone, spelled as in the IANA database. Raises QU422.';

commit;

\ir ../_setup.psql
-- A stream notes how far its log has come.
select plan(1);

select is_empty(
    $$
    select r.path, f.name
    from gateway.route as r
        inner join tests.function as f on f.name = r.function_name
    where r.method = 'GET' and r.kind = 'call' and f.volatility = 'v'
    $$,
    'what answers GET can change nothing'
);

select * from finish();
rollback;

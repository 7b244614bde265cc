\ir ../../_setup.psql
select plan(1);

set local role event_owner;

select results_eq(
    $$
    select event.matches(pattern, type)
    from (
        values
        ('order.paid', 'order.paid'), ('order.paid', 'order.paid.twice'), ('order.*', 'order.paid'),
        ('order.*', 'orders.paid'), ('*', 'order.paid'), ('order_*', 'orderXpaid'), ('order%', 'order.paid')
    ) as c (pattern, type)
    $$,
    array[true, false, true, false, true, false, false],
    'a pattern is a type, or the beginning of one with a star; nothing else is special'
);

select * from finish();
rollback;

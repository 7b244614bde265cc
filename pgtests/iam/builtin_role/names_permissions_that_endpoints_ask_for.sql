\ir ../../_setup.psql
select plan(1);

set local role iam_owner;

select is_empty(
    $$
    select b.name, p from iam.builtin_role as b cross join lateral unnest(b.permissions) as p
    where p <> '*' and not exists (select from iam.permission as known where known.name = p)
    $$,
    'no role carries a right that means nothing'
);

select * from finish();
rollback;

\ir ../../_setup.psql
select plan(3);

set local role iam_owner;

select is_empty(
    $$
    select p from iam.builtin_role as b cross join lateral unnest(b.permissions) as p
    where b.name = 'reader' and p !~ '\.read$'
    $$,
    'a reader reads'
);
select is_empty(
    $$
    select p from iam.builtin_role as b cross join lateral unnest(b.permissions) as p
    where b.name = 'member' and p ~ '^(tenant|member|api_key|role)\.' and p !~ '\.read$'
    $$,
    'a member changes nobody''s rights'
);
select results_eq(
    $$select b.name::text from iam.builtin_role as b where array_to_string(b.permissions, ',') ~ 'operator\.'$$,
    $$values ('operator'::text)$$,
    'the operator''s rights are the operator''s'
);

select * from finish();
rollback;

\ir ../../_setup.psql
select plan(4);

create table tests.late (id integer, tenant_id uuid not null, primary key (tenant_id, id));
create table tests.loose (tenant_id text not null, id integer, primary key (tenant_id, id));
create table tests.unkeyed (tenant_id uuid not null, id integer primary key);
create table tests.keyless (tenant_id uuid not null);

select throws_ok($$select core.protect('tests.late')$$, '42P16', null, 'the tenant comes second');
select throws_ok($$select core.protect('tests.loose')$$, '42P16', null, 'the tenant is no uuid');
select throws_ok(
    $$select core.protect('tests.unkeyed')$$, '42P16', null, 'the key begins with something else'
);
select throws_ok($$select core.protect('tests.keyless')$$, '42P16', null, 'there is no key');

select * from finish();
rollback;

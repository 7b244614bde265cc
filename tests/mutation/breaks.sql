-- Statements each of which breaks the law of pgtests/lint that is named above it, apart by an empty
-- line. test_laws.py executes them one by one.

-- law: checks_are_named_as_sentences
alter table event.rule add check (priority > 0);

alter domain core.slug add constraint wrong check (value <> '');

-- law: columns_have_plain_types
alter table demo.activity add at timestamp;

alter table demo.activity add name varchar(10);

-- law: engine_functions_are_listed
grant execute on function queue.has_work to api_owner;

revoke execute on function queue.claim from howdah_worker;

alter function demo.list_activity owner to queue_engine;

-- law: every_code_raised_is_in_the_comment
comment on function queue.cancel is 'Cancels a job.';

-- law: every_column_has_a_comment
comment on column event.rule.kind is null;

comment on column api.job.job_id is null;

-- law: every_function_has_a_comment
comment on function queue.cancel is null;

-- law: every_raise_has_a_code
create function demo.f() returns void language plpgsql as $$begin raise exception 'no'; end$$;

create function demo.f() returns void language plpgsql as $$begin raise exception using message = 'no'; end$$;

create function demo.f() returns void language plpgsql as $$begin raise notice 'no'; end$$;

create function demo.f() returns void language plpgsql as $$begin raise 'no'; end$$;

-- law: every_route_is_described
update gateway.route set summary = '';

comment on function api.get_job is null;

update gateway.route set argument_comments = '{}';

update iam.permission set description = '';

-- law: every_table_has_a_comment
comment on table event.rule is null;

create view demo.list as select 1 as number;

comment on schema demo is null;

-- law: every_table_has_a_policy
create table demo.thing (thing_id integer);

create table demo.thing (tenant_id uuid);
select core.confine('demo.thing', 'demo_owner');

-- law: every_table_has_a_primary_key
create table demo.thing (thing_id integer);

-- law: every_type_has_a_comment
comment on domain core.slug is null;

create type demo.mood as enum ('glad');

comment on type api.job is null;

-- law: everything_belongs_to_its_service
create table demo.thing (thing_id integer);

alter function queue.cancel owner to api_owner;

alter function queue.cancel owner to current_user;

-- law: foreign_keys_are_indexed
alter table demo.activity add other_tenant_id uuid, add other_event_id bigint;
alter table demo.activity add foreign key (other_tenant_id, other_event_id) references demo.activity;

-- law: foreign_keys_stay_in_their_service
alter table demo.activity add foreign key (tenant_id) references tenancy.tenant;

-- law: function_bodies_are_short
do $do$
begin
    execute 'create function demo.f() returns void language sql as $$' || repeat(E'select;\n', 81) || '$$';
end
$do$;

-- law: get_routes_change_nothing
alter function api.get_job volatile;

-- law: logins_call_what_is_listed
grant execute on function api.get_job to howdah_api;

revoke execute on function queue.claim from howdah_worker;

grant execute on function queue.claim to howdah_listen;

-- law: logins_touch_no_table
grant select on queue.lot to howdah_monitor;

grant update (kind) on queue.lot to howdah_worker;

grant usage on queue.job_id_seq to howdah_worker;

grant create on schema queue to howdah_api;

grant usage on schema queue to howdah_listen;

-- law: logs_have_their_sequence
update ops.log set log_table = 'queue.lost' where log_table = 'queue.lot';

create table demo.log (log_id bigint) partition by range (log_id);

update ops.log set id_sequence = 'queue.lost_seq' where log_table = 'queue.lot';

update ops.log set id_sequence = 'event.event_id_seq' where log_table = 'queue.lot';

-- law: names_are_snake_case
alter table demo.activity rename actor to "actorName";

alter table demo.activity rename to "Activity";

alter policy tenant_uses_own_rows on demo.activity rename to "a policy";

create function demo.f("An argument" text) returns void language sql as 'select';

-- law: nothing_catches_every_exception
create function demo.f() returns void language plpgsql as $$begin null; exception when others then null; end$$;

-- law: own_codes_belong_to_one_service
create function demo.f() returns void language plpgsql as $$begin raise exception using errcode = 'QU404'; end$$;

create function demo.f() returns void language plpgsql as $$begin raise exception using errcode = 'AB404'; end$$;

-- law: policies_have_one_of_two_forms
alter policy tenant_uses_own_rows on demo.activity using (true);

create policy more on demo.activity using (true);

create policy more on demo.activity to api_owner using (true);

create policy more on demo.activity to demo_owner using (true);

-- law: public_may_execute_nothing_else
grant execute on function core.set_context to public;

create function demo.f() returns void language sql as 'select';

grant select on queue.lot to public;

grant select (kind) on queue.lot to public;

grant usage on schema queue to public;

alter default privileges for role demo_owner grant execute on functions to public;

-- law: registered_functions_may_be_called
alter function queue.maintain() rename to look_after;

create function api.get_job(name text) returns text language sql as 'select name';

revoke execute on function queue.maintain from ops_owner;

-- law: row_level_security_is_forced
alter table event.rule no force row level security;

alter table event.rule disable row level security;

do $do$
begin
    execute (select format('create policy p on %s using (true)', min(name)) from tests.relation where is_partition);
end
$do$;

-- law: search_path_is_pinned
alter function queue.cancel reset search_path;

alter function queue.cancel set search_path = public;

alter function core.now() security definer;

-- law: services_call_no_later_one
create function core.f() returns void language sql as 'select api.get_job(null)';

create function queue.f() returns void language plpgsql as $$begin perform api.get_job (1); end$$;

-- law: services_keep_to_themselves
create function demo.f() returns void language plpgsql as $$declare v_job queue.lot; begin delete from queue.lot; end$$;

create function demo.f() returns void language plpgsql as $$begin execute 'delete from queue.lot'; end$$;

create function demo.f() returns bigint begin atomic select count(*) from queue.lot; end;

-- law: tenant_tables_begin_with_the_tenant
create table demo.thing (thing_id integer, tenant_id uuid not null);
create policy tenant_uses_own_rows on demo.thing using (true);

alter table demo.activity drop constraint activity_pkey, add primary key (event_id);

create index on demo.activity (actor);

-- law: views_run_as_their_reader
create view demo.list as select 1 as number;

create materialized view demo.list as select 1 as number;

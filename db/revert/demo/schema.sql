-- Revert howdah:demo/schema from pg

begin;

drop schema demo;

-- The queue stays, since jobs may be left in it; setting it up again is no error.
drop owned by demo_owner;

do $$
begin
    drop role demo_owner;
exception
    when dependent_objects_still_exist then
        raise notice 'role demo_owner stays: another database of this cluster uses it';
end
$$;

commit;

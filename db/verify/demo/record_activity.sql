-- Verify howdah:demo/record_activity on pg

begin;

select 1 / has_function_privilege(
    'howdah_worker', 'demo.record_activity(bigint, core.word, text, text, text, timestamptz)', 'execute'
)::int;

rollback;

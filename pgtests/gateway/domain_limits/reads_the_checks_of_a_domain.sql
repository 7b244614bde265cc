\ir ../../_setup.psql
select plan(5);

create domain tests.colour as text check (value in ('red', 'it''s blue'));
create domain tests.degree as integer check (value between -40 and 60);
create domain tests.odd as integer check (value % 2 = 1);
set local role gateway_owner;

select is(gateway.domain_limits('core.slug'), '{"pattern": "^[a-z0-9][a-z0-9-]{0,62}$"}', 'a pattern');
select is(gateway.domain_limits('core.title'), '{"minLength": 1, "maxLength": 200}', 'a length');
select is(
    gateway.domain_limits('tests.degree'), '{"minimum": -40, "maximum": 60}',
    'a range, below zero too'
);
select is(gateway.domain_limits('tests.colour'), '{"enum": ["red", "it''s blue"]}', 'a choice');
select is(gateway.domain_limits('tests.odd'), '{}', 'what it cannot read it leaves out');

select * from finish();
rollback;

\ir ../../_setup.psql
select plan(3);

set local role iam_owner;

select matches(
    core.new_secret('hwd_'), '^hwd_[A-Za-z0-9_-]{43}$', '32 bytes in 43 characters after the prefix'
);
select matches(core.new_secret('', 64), '^[A-Za-z0-9_-]{86}$', 'longer ones hold no line break');
select isnt(core.new_secret(''), core.new_secret(''), 'no two are the same');

select * from finish();
rollback;

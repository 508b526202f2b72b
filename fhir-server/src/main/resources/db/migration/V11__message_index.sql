-- What an operator searches a message by. Names of persons and anything clinical are not in it; the numbers by which a
-- hospital or a court knows a person are, as keyed digests.
create table warmhandoff.message_key (
  inbox_id bigint not null references warmhandoff.inbox (id) on delete cascade,
  kind     text   not null check (kind in ('partner', 'control-id', 'referral', 'mrn', 'docket')),
  value    text   not null,
  primary key (kind, value, inbox_id)
);
create index message_key_inbox on warmhandoff.message_key (inbox_id);

insert into warmhandoff.message_key (inbox_id, kind, value)
select id, 'partner', sender from warmhandoff.inbox
union all
select id, 'control-id', control_id from warmhandoff.inbox
union all
select id, 'referral', order_key from warmhandoff.inbox where order_key is not null;

create index inbox_trouble on warmhandoff.inbox (state, reason, id) where state in ('refused', 'failed');

-- The id under which a partner knows a delivery: the UUID that MessageIds makes of the idempotency key, without dashes.
alter table warmhandoff.delivery add column message_id text generated always as (
  overlay(
    overlay(md5('warmhandoff-delivery:' || idempotency_key) placing '3' from 13 for 1)
    placing substr('89ab89ab89ab89ab',
                   strpos('0123456789abcdef', substr(md5('warmhandoff-delivery:' || idempotency_key), 17, 1)), 1)
    from 17 for 1)) stored;
-- MSH-10 holds the first twenty.
create index delivery_message on warmhandoff.delivery (left(message_id, 20));
create index delivery_partner on warmhandoff.delivery (partner_id, id);

-- Who looked into a message or sent it again. Ids only.
create table warmhandoff.desk_access (
  id         bigint generated always as identity primary key,
  at         timestamptz not null,
  actor      text        not null,
  action     text        not null,
  message_id text        not null,
  outcome    text        not null
);
create index desk_access_message on warmhandoff.desk_access (message_id, id);

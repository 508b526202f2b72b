-- Every message that arrived, refused ones too. The body is what came over the wire.
create table warmhandoff.inbox (
  id           bigint generated always as identity primary key,
  received_at  timestamptz not null,
  dialect      text        not null,
  sender       text        not null,
  control_id   text        not null,
  sha256       bytea       not null,
  message_type text,
  order_key    text,
  content_type text        not null,
  body         bytea       not null,
  answer       text,
  state        text        not null check (state in ('received', 'applied', 'refused', 'failed')),
  -- Codes and field names, never content.
  reason       text,
  task_id      text,
  attempts     int         not null default 0,
  -- Not to be taken before this instant: the next try or, while lease_owner is set, the end of its lease.
  due_at       timestamptz not null,
  lease_owner  text,
  settled_at   timestamptz
);

-- A refused message does not use up its control id.
create unique index inbox_control_id on warmhandoff.inbox (sender, control_id) where state <> 'refused';
create index inbox_due on warmhandoff.inbox (due_at, id) where state = 'received';
create index inbox_order on warmhandoff.inbox (sender, order_key, id) where state = 'received';
create index inbox_task on warmhandoff.inbox (task_id) where task_id is not null;

alter table warmhandoff.inbox set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);

-- What must reach a partner. Written in the transaction of the change that it tells of.
create table warmhandoff.delivery (
  id               bigint generated always as identity primary key,
  partner_id       text        not null,
  order_key        text        not null,
  kind             text        not null,
  task_id          text,
  -- Ids and codes from which the message is rendered; never content.
  payload          jsonb       not null,
  idempotency_key  text        not null unique,
  state            text        not null
    check (state in ('ready', 'leased', 'delivered', 'dead', 'held', 'cancelled')),
  created_at       timestamptz not null,
  due_at           timestamptz not null,
  first_attempt_at timestamptz,
  settled_at       timestamptz,
  attempts         int         not null default 0,
  -- The lease: who has it (or had it last), until when, and the fence that a later lease raises.
  lease_owner      text,
  leased_at        timestamptz,
  lease_until      timestamptz,
  lease_no         int         not null default 0,
  lost_leases      int         not null default 0,
  -- Released while on its way to be held: its reason to wait may be gone, so it is rendered once more.
  recheck          boolean     not null default false,
  -- Code of the last failure, of the hold or of the death.
  reason           text,
  -- How we know that the partner has it; set before the state when recording the outcome failed.
  evidence         text
);

create index delivery_due on warmhandoff.delivery (partner_id, due_at, id) where state = 'ready';
create index delivery_order on warmhandoff.delivery (partner_id, order_key, id) where state in ('ready', 'leased');
create index delivery_lease on warmhandoff.delivery (lease_until) where state = 'leased';
create index delivery_open on warmhandoff.delivery (state, partner_id) where state in ('ready', 'leased', 'held', 'dead');
create index delivery_task on warmhandoff.delivery (task_id);

-- Rows change state three times or more: room for updates in the page, and vacuum before the dead rows hurt.
alter table warmhandoff.delivery set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);

-- The history of a delivery, one row a lease.
create table warmhandoff.delivery_attempt (
  delivery_id bigint      not null references warmhandoff.delivery (id) on delete cascade,
  lease_no    int         not null,
  node        text        not null,
  started_at  timestamptz not null,
  ended_at    timestamptz not null,
  outcome     text        not null
    check (outcome in ('delivered', 'retry', 'rejected', 'withheld', 'unrenderable', 'lost', 'abandoned')),
  code        text,
  reason      text,
  primary key (delivery_id, lease_no)
);

-- Who hears of referrals by notification: a FHIR Subscription, or a partner whose entry says so.
create table warmhandoff.subscription (
  id                text primary key,
  partner_id        text        not null,
  address           text        not null,
  content           text        not null check (content in ('id-only', 'empty')),
  content_type      text        not null,
  filters           jsonb       not null,
  timeout_seconds   int         not null,
  heartbeat_seconds int,
  ends_at           timestamptz,
  state             text        not null check (state in ('requested', 'active', 'error', 'off')),
  -- By the partner's entry and not by a client; then the address is trusted.
  configured        boolean     not null,
  last_number       bigint      not null default 0,
  -- When something left last, or was ordered to: from then the heartbeat counts.
  last_sent_at      timestamptz not null,
  -- One of the same subscription is under way.
  heartbeat_open    boolean     not null default false
);
create index subscription_partner on warmhandoff.subscription (partner_id) where state <> 'off';

-- One row a notification of an event, written with the event. Numbers are given in the order in which they may leave.
create table warmhandoff.subscription_event (
  delivery_id     bigint      primary key,
  subscription_id text        not null references warmhandoff.subscription (id),
  task_id         text        not null,
  state           text        not null,
  at              timestamptz not null,
  -- Whether it is how the owner gets the referral at all.
  announces       boolean     not null,
  number          bigint,
  -- No consent lets it go; when one comes, the last of its referral is ordered anew.
  withheld        boolean     not null default false,
  unique (subscription_id, number)
);
create index subscription_event_open on warmhandoff.subscription_event (subscription_id, delivery_id)
  where number is null and not withheld;
create index subscription_event_withheld on warmhandoff.subscription_event (task_id) where withheld;

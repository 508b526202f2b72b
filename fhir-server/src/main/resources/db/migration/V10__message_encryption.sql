-- The message key that body, digest and a sealed answer were made with; null: plain, as all were before.
alter table warmhandoff.inbox add column key_id text;
-- Leases that ended with nobody reporting: a message that takes its node down must not take down every node for ever.
alter table warmhandoff.inbox add column lost_leases int not null default 0;
-- Attempts in a row that failed by a fault of ours.
alter table warmhandoff.delivery add column own_faults int not null default 0;
-- What is encrypted cannot be compressed: spare the attempt.
alter table warmhandoff.inbox alter column body set storage external;

-- The keys without which messages of this database cannot be read.
create table warmhandoff.message_key_use (
  key_id        text primary key,
  first_used_at timestamptz not null,
  -- When nothing was left that needs it.
  retired_at    timestamptz,
  -- Messages up to this id have been sealed with it, or anew.
  sealed_to     bigint not null default 0
);

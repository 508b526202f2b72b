-- What somebody should be told of outside: ids and codes only. Emptied by the sender, or after a day where nobody listens.
create table warmhandoff.alert (
  id       bigint generated always as identity primary key,
  at       timestamptz not null,
  kind     text        not null,
  -- As the desk names it: out-12, in-7, Task/31.
  subject  text        not null,
  partner  text        not null,
  code     text,
  due_at   timestamptz not null,
  attempts int         not null default 0
);
create index alert_due on warmhandoff.alert (due_at);

-- By trigger, so that no way to die is forgotten.
create function warmhandoff.alert_of_dead_delivery() returns trigger language plpgsql as $$
begin
  insert into warmhandoff.alert (at, kind, subject, partner, code, due_at)
  values (coalesce(new.settled_at, now()), 'delivery-dead', 'out-' || new.id, new.partner_id, new.reason,
          coalesce(new.settled_at, now()));
  return null;
end $$;
create trigger delivery_died after update of state on warmhandoff.delivery
  for each row when (new.state = 'dead' and old.state <> 'dead')
  execute function warmhandoff.alert_of_dead_delivery();

create function warmhandoff.alert_of_failed_message() returns trigger language plpgsql as $$
begin
  insert into warmhandoff.alert (at, kind, subject, partner, code, due_at)
  values (coalesce(new.settled_at, now()), 'message-failed', 'in-' || new.id, new.sender, new.reason,
          coalesce(new.settled_at, now()));
  return null;
end $$;
create trigger message_failed after update of state on warmhandoff.inbox
  for each row when (new.state = 'failed' and old.state <> 'failed')
  execute function warmhandoff.alert_of_failed_message();

alter table warmhandoff.referral
  -- By when the present state should be left, and since when it is overdue.
  add column sla_due_at    timestamptz,
  add column overdue_since timestamptz,
  -- When the booked intake starts.
  add column intake_at     timestamptz;
create index referral_sla on warmhandoff.referral (sla_due_at) where sla_due_at is not null;
create index referral_overdue on warmhandoff.referral (state) where overdue_since is not null;
create index referral_intake on warmhandoff.referral (intake_at) where intake_at is not null;

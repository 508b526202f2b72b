-- What the workflow must know of a referral without reading FHIR: who asked, under which number, where answers go.
create table warmhandoff.referral (
  task_id           text primary key,
  request_id        text not null,
  patient_id        text not null,
  requester         text not null,
  placer            text not null,
  owner             text not null,
  dialect           text not null,
  -- The message that brought it: RRI MSA-2 and the addresses of MSH-3 to MSH-6.
  reply_to          jsonb not null default '{}',
  -- type/id/version of every resource that the first message became, for the same answer to a second one.
  created_resources jsonb not null default '[]',
  state             text not null,
  -- Whether the requester was last told less than there was, for want of a consent.
  withheld          boolean not null default false,
  missed_intakes    int not null default 0,
  first_missed_at   timestamptz,
  expires_at        timestamptz,
  created_at        timestamptz not null,
  unique (requester, placer)
);
create index referral_patient on warmhandoff.referral (patient_id);
create index referral_request on warmhandoff.referral (request_id);
create index referral_expiry on warmhandoff.referral (expires_at) where expires_at is not null;

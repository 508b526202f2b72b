-- When active consents end by themselves, and so have to be looked at.
create table warmhandoff.consent_end (
  consent_id text        primary key,
  ends_at    timestamptz not null
);
create index consent_end_due on warmhandoff.consent_end (ends_at);

-- Orders of courts to disclose (42 CFR 2.61 to 2.67), as staff entered them. What was entered never changes.
create table warmhandoff.court_order (
  id           uuid        primary key,
  patient_id   text        not null,
  -- Partner id of whom the order names.
  recipient    text        not null,
  -- 2.64, 2.65 or 2.66; null for an order that cites none of them.
  section      text,
  -- Confidential communications too (2.63).
  confidential boolean     not null,
  -- DocumentReferences of the scanned papers.
  order_scan   text        not null,
  subpoena     text,
  valid_from   timestamptz not null,
  valid_until  timestamptz,
  entered_at   timestamptz not null,
  entered_by   text        not null,
  withdrawn_at timestamptz,
  withdrawn_by text
);
create index court_order_patient on warmhandoff.court_order (patient_id);

create table warmhandoff.court_order_item (
  order_id  uuid not null references warmhandoff.court_order,
  -- Such as Encounter/12.
  reference text not null,
  primary key (order_id, reference)
);

-- Who found order and subpoena to be genuine and the list to be what they say: two persons.
create table warmhandoff.court_order_approval (
  order_id        uuid        not null references warmhandoff.court_order,
  person          text        not null,
  privacy_officer boolean     not null,
  approved_at     timestamptz not null,
  primary key (order_id, person)
);

-- What medical personnel attested to read a record in an emergency (42 CFR 2.51(c)).
create table warmhandoff.emergency_access (
  id           uuid        primary key,
  patient_id   text        not null,
  organisation text        not null,
  name         text        not null,
  affiliation  text        not null,
  nature       text        not null,
  asked_by     text        not null,
  valid_from   timestamptz not null,
  valid_until  timestamptz not null,
  reviewed_at  timestamptz,
  reviewed_by  text
);
create index emergency_access_patient on warmhandoff.emergency_access (patient_id, organisation, valid_until);
create index emergency_access_open on warmhandoff.emergency_access (valid_from) where reviewed_at is null;

-- What was disclosed or denied, as it is hashed; the other columns repeat parts of it for searches. Inserted once, never changed.
create table warmhandoff.ledger_entry (
  id           bigint generated always as identity primary key,
  canonical    text        not null,
  -- Key id and HMAC: a row that somebody else inserted or changed is found when it is sealed.
  mac          text        not null,
  patient      text        not null,
  organisation text        not null,
  at           timestamptz not null,
  outcome      text        not null,
  consent      text
);
create index ledger_entry_patient on warmhandoff.ledger_entry (patient, at) where patient <> '';
create index ledger_entry_consent on warmhandoff.ledger_entry (consent, id) where consent is not null;
create index ledger_entry_at on warmhandoff.ledger_entry using brin (at);

-- The order of the entries, given by one sealer at a time after they were committed. No foreign key: verification finds
-- what is missing, and a check for each row would cost as much as the row.
create table warmhandoff.ledger_chain (
  seq   bigint primary key,
  entry bigint not null unique,
  -- Why the sealer found the entry wrong; empty when it was not.
  flaw  text   not null,
  hash  bytea  not null
);

-- The chain up to an entry, signed, so that it cannot be shortened or made anew without the private key.
create table warmhandoff.ledger_checkpoint (
  seq       bigint primary key,
  body      text not null,
  signature text not null
);
create table warmhandoff.ledger_signer (
  key_id     text primary key,
  public_key text not null
);

create function warmhandoff.ledger_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the disclosure ledger is append-only' using errcode = 'insufficient_privilege';
end $$;
do $$
declare name text;
begin
  foreach name in array array['ledger_entry', 'ledger_chain', 'ledger_checkpoint', 'ledger_signer'] loop
    execute format('create trigger append_only before update or delete or truncate on warmhandoff.%I '
                   'for each statement execute function warmhandoff.ledger_is_append_only()', name);
    -- Also where a session pretends to replicate.
    execute format('alter table warmhandoff.%I enable always trigger append_only', name);
  end loop;
end $$;

-- Partners that were added while the server runs. Those of the configuration are not here.
create table warmhandoff.partner (
  id         text primary key,
  -- As in the configuration: keys and addresses, secrets by reference only.
  entry      jsonb       not null,
  updated_by text        not null,
  updated_at timestamptz not null
);

-- Partners, configured ones too, to whom nothing is sent for now.
create table warmhandoff.partner_pause (
  partner_id text primary key,
  paused_by  text        not null,
  paused_at  timestamptz not null
);

-- Grows with every change of the two tables above, so that each node sees by one row that there is something new.
create table warmhandoff.partner_revision (
  id       boolean primary key default true check (id),
  revision bigint not null
);
insert into warmhandoff.partner_revision (revision) values (0);

-- When certificates and keys of partners run out, as last looked up.
create table warmhandoff.partner_credential (
  partner_id text        not null,
  what       text        not null,
  expires_at timestamptz not null,
  checked_at timestamptz not null,
  primary key (partner_id, what)
);

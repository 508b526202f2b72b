-- On a database that several nodes may share: the key that all of them have when none is configured.
create table warmhandoff.shared_message_key (
  only_one boolean primary key default true check (only_one),
  material text    not null
);

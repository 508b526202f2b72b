-- What a requester was last ordered to be told of an appointment of its referral: another state of it is news.
create table warmhandoff.appointment_told (
  task_id        text not null,
  appointment_id text not null,
  partner_id     text not null,
  event          text not null check (event in ('S12', 'S13', 'S14', 'S15', 'S26')),
  start_at       timestamptz,
  end_at         timestamptz,
  news           int not null,
  primary key (task_id, appointment_id)
);

create index appointment_told_appointment on warmhandoff.appointment_told (appointment_id);

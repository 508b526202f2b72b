-- What the partner's own acknowledgement file said of a file that it was sent.
alter table warmhandoff.delivery
  add column receipt text check (receipt in ('ack', 'nak')),
  add column receipt_at timestamptz;

-- Found by the message id in the file name, which the evidence begins with.
create index delivery_package on warmhandoff.delivery (partner_id, id) where kind in ('court-package', 'court-filing');

-- Whether something of the same kind was withheld before a delivery that may leave is asked at every claim.
create index delivery_held_before on warmhandoff.delivery (partner_id, order_key, kind, id) where state = 'held';

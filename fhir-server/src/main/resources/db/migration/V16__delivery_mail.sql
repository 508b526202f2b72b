-- Notifications about mails find the delivery by its Message-ID, which the evidence of what a relay took holds.
create index delivery_mail on warmhandoff.delivery (partner_id, evidence) where evidence like '250 <%';

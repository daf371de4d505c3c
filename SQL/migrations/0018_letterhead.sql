-- Why: a mail keeps the sender, the reply address and the base of its link under which it was first tried, so that each
-- retry has the same bytes, whatever the settings say later. Mails that were tried before keep none; their retries are
-- written under the settings of the day, as until now.
-- Lock: ACCESS EXCLUSIVE on notice and digest for an instant: columns without a default.

ALTER TABLE entente.notice ADD COLUMN letterhead jsonb;
ALTER TABLE entente.digest ADD COLUMN letterhead jsonb;
GRANT UPDATE (letterhead) ON entente.notice, entente.digest TO entente_worker;

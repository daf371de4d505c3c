-- Why: the event that enters a person holds a salted hash of their name and addresses, so that an edit of those shows. People
-- who were entered before have none, and cannot be given one: events do not change.
-- Lock: ACCESS EXCLUSIVE on person for an instant: columns without a default.

ALTER TABLE entente.person
    ADD COLUMN salt bytea CHECK (octet_length(salt) = 16),
    ADD COLUMN contact_hash text CHECK (contact_hash ~ '^[0-9a-f]{64}$'),
    ADD CONSTRAINT person_salted CHECK (contact_hash IS NULL OR salt IS NOT NULL OR eliminated_at IS NOT NULL);

-- Why: the worklist asked of each file that it names whether a refusal for security may stand, and read its whole snapshot for
-- that (15 of about 29 ms in the database for 205 files).
-- Lock: the table is written anew under ACCESS EXCLUSIVE, about a second for 10,000 agreements.

ALTER TABLE entente.agreement ADD COLUMN blocked boolean GENERATED ALWAYS AS (
    coalesce(snapshot #> '{variables,blocked}' = 'true', false)
    OR coalesce(snapshot #> '{variables,renewalBlocked}' = 'true', false)) STORED NOT NULL;

-- Why: on working days each person with open steps is owed one summary, and the office one of what is late or failed.
-- Lock: none, one new table and a view.

CREATE TABLE entente.digest (
    id uuid PRIMARY KEY,
    person uuid NOT NULL REFERENCES entente.person,
    day date NOT NULL,
    kind text NOT NULL CHECK (kind IN ('steps', 'office')),
    message_id text NOT NULL UNIQUE CHECK (message_id LIKE '<%@%>'),
    to_name text NOT NULL,
    to_address text NOT NULL,
    subject text NOT NULL,
    text text NOT NULL,
    html text NOT NULL,
    language text NOT NULL,
    -- The legal instant of the state of things that it tells: the Date of the mail.
    created_at timestamptz NOT NULL,
    status text NOT NULL DEFAULT 'owed'
        CHECK (status IN ('owed', 'sent', 'accepted', 'bounced', 'withdrawn', 'failed')),
    verdicts jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(verdicts) = 'array'),
    settled_at timestamptz,
    CONSTRAINT digest_once UNIQUE (person, day)
);
CREATE INDEX digest_day ON entente.digest (day);

CREATE VIEW audit_v1.digest AS
SELECT d.id, d.person, d.day, d.kind, d.to_address, d.message_id, d.created_at, d.status, d.verdicts
FROM entente.digest d;

-- The worker's only: a digest speaks of every file of its reader. Whoever is given a right on it by mistake sees no row.
ALTER TABLE entente.digest ENABLE ROW LEVEL SECURITY;
CREATE POLICY digest_served ON entente.digest TO entente_worker USING (true);
GRANT SELECT, INSERT ON entente.digest TO entente_worker;
GRANT UPDATE (status, verdicts, settled_at) ON entente.digest TO entente_worker;
GRANT SELECT (agreement) ON entente.task TO entente_worker;
GRANT SELECT ON audit_v1.digest TO entente_audit;

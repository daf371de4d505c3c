-- Why: a person can ask to be told when calls of some instruments open and when they are extended. Such a mail speaks of no
-- agreement; like a digest it lies in a table of its own, once for each person and piece of news.
-- Lock: none on tables that are there: new tables and functions, one function is replaced.

CREATE TABLE entente.subscription (
    person uuid PRIMARY KEY REFERENCES entente.person,
    -- Sorted; empty once all were given up.
    instruments text[] NOT NULL,
    -- The event that changed it last.
    seq bigint NOT NULL CHECK (seq >= 1)
);

CREATE FUNCTION entente.subscription_json(s entente.subscription) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_object('person', s.person, 'instruments', s.instruments, 'seq', s.seq)
$$;

-- The events of calls that subscribers were told of, or that nobody need be told of any more.
CREATE TABLE entente.call_told (
    call uuid NOT NULL REFERENCES entente.call,
    seq bigint NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (call, seq)
);
INSERT INTO entente.call_told (call, seq, at)
SELECT k.id, e.seq, e.at FROM entente.call k JOIN entente.event e ON e.stream = k.id::text;

CREATE TABLE entente.call_mail (
    id uuid PRIMARY KEY,
    call uuid NOT NULL,
    seq bigint NOT NULL,
    person uuid NOT NULL REFERENCES entente.person,
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
    letterhead jsonb,
    eliminated_at timestamptz,
    CONSTRAINT call_mail_once UNIQUE (call, seq, person),
    FOREIGN KEY (call, seq) REFERENCES entente.call_told
);
CREATE INDEX call_mail_created ON entente.call_mail (created_at);

CREATE VIEW audit_v1.call_mail AS
SELECT m.id, m.call, m.seq, m.person, m.to_address, m.message_id, m.created_at, m.status, m.verdicts
FROM entente.call_mail m;

-- The calls that are open of whose last events nobody was told, with the number of the last, and whether nobody was told
-- that they opened.
CREATE FUNCTION entente.call_news() RETURNS TABLE (call uuid, seq bigint, opened boolean)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, pg_temp AS $$
    SELECT k.id, max(e.seq), bool_or(e.type = 'call.opened')
    FROM entente.call k JOIN entente.event e ON e.stream = k.id::text
    WHERE k.opens_at <= entente.now()
        AND NOT EXISTS (SELECT FROM entente.call_told t WHERE t.call = k.id AND t.seq = e.seq)
    GROUP BY k.id
$$;

-- When the next call opens of which somebody asked to be told.
CREATE FUNCTION entente.next_call_news() RETURNS timestamptz
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT min(k.opens_at) FROM entente.call k
    WHERE k.opens_at > entente.now()
        AND EXISTS (SELECT FROM entente.subscription s WHERE s.instruments && k.instruments)
$$;

-- Whether a mail is still true: its reader asks to be told, the call can still be answered, and no later mail says more.
CREATE FUNCTION entente.is_news(m entente.call_mail) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (
            SELECT FROM entente.call k
                JOIN entente.subscription s ON s.person = m.person AND s.instruments && k.instruments
                JOIN entente.person p ON p.id = s.person AND p.active
            WHERE k.id = m.call AND k.closes_at >= entente.now())
        AND NOT EXISTS (SELECT FROM entente.call_mail l
            WHERE l.call = m.call AND l.person = m.person AND l.seq > m.seq)
$$;

-- How many such mails from before an instant nobody needs any more.
CREATE FUNCTION entente.expired_call_mails(before timestamptz) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT count(*) FROM entente.call_mail m
    WHERE m.created_at < before AND m.eliminated_at IS NULL AND m.status IN ('accepted', 'withdrawn')
$$;

-- Deletes what one recorded event of the register says, and nothing else; with the owner's rights, as `eliminate`.
CREATE OR REPLACE FUNCTION entente.eliminate_mails(event_seq bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    instant timestamptz;
    before timestamptz;
BEGIN
    SELECT e.at, (e.payload -> 'register' -> 'mailsEliminated' ->> 'before')::timestamptz INTO instant, before
    FROM entente.event e
    WHERE e.stream = 'register' AND e.seq = event_seq AND e.type = 'mails.eliminated';
    UPDATE entente.notice n SET
        to_name = '', to_address = '', subject = '', text = '', html = '',
        verdicts = (SELECT coalesce(jsonb_agg(v || '{"address": "", "reply": ""}'), '[]')
            FROM jsonb_array_elements(n.verdicts) v),
        acknowledged_because = CASE WHEN n.acknowledged_at IS NOT NULL THEN '' END, eliminated_at = instant
    WHERE n.id IN (SELECT entente.expired_mails(before));
    UPDATE entente.job j SET recipient = NULL
    FROM entente.notice n
    WHERE n.eliminated_at = instant AND j.kind = 'mail' AND j.key = n.id::text;
    UPDATE entente.call_mail m SET
        to_name = '', to_address = '', subject = '', text = '', html = '',
        verdicts = (SELECT coalesce(jsonb_agg(v || '{"address": "", "reply": ""}'), '[]')
            FROM jsonb_array_elements(m.verdicts) v), eliminated_at = instant
    WHERE m.created_at < before AND m.eliminated_at IS NULL AND m.status IN ('accepted', 'withdrawn');
    UPDATE entente.job j SET recipient = NULL
    FROM entente.call_mail m
    WHERE m.eliminated_at = instant AND j.kind = 'call-mail' AND j.key = m.id::text;
END $$;

REVOKE ALL ON FUNCTION entente.subscription_json(entente.subscription), entente.call_news(), entente.next_call_news(),
    entente.is_news(entente.call_mail), entente.expired_call_mails(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entente.expired_call_mails(timestamptz) TO entente_app;
GRANT EXECUTE ON FUNCTION entente.subscription_json(entente.subscription) TO entente_app, entente_engine;
GRANT EXECUTE ON FUNCTION entente.call_news(), entente.next_call_news(), entente.is_news(entente.call_mail) TO entente_worker;

-- Everybody sees what they asked for themselves; the office sees who asked for what.
ALTER TABLE entente.subscription ENABLE ROW LEVEL SECURITY;
CREATE POLICY subscription_seen ON entente.subscription FOR SELECT TO entente_app
    USING ((SELECT entente.sees_all()) OR person = (SELECT entente.asking()));
CREATE POLICY subscription_served ON entente.subscription TO entente_engine USING (true);
GRANT SELECT ON entente.subscription TO entente_app;
GRANT SELECT, INSERT, UPDATE ON entente.subscription TO entente_engine;

-- The worker's only, as digests are.
ALTER TABLE entente.call_mail ENABLE ROW LEVEL SECURITY;
CREATE POLICY call_mail_served ON entente.call_mail TO entente_worker USING (true);
GRANT SELECT, INSERT ON entente.call_mail, entente.call_told TO entente_worker;
GRANT UPDATE (status, verdicts, settled_at, letterhead) ON entente.call_mail TO entente_worker;
GRANT SELECT ON audit_v1.call_mail TO entente_audit;

-- Why: digests are mails, too: their texts and addresses go with those of notices and of news of calls after their period.
-- A digest is of no file, so that no legal hold lies on it; what it told stays in the events of the files.
-- Lock: ACCESS EXCLUSIVE on digest for an instant: a column without a default. Functions are replaced.

ALTER TABLE entente.digest ADD COLUMN eliminated_at timestamptz;

-- The digests before an instant that nobody needs any more: settled in whatever way, or followed by a later one for the same
-- person.
CREATE FUNCTION entente.is_past(d entente.digest) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT d.status IN ('accepted', 'withdrawn', 'bounced', 'failed')
        OR EXISTS (SELECT FROM entente.digest e WHERE e.person = d.person AND e.day > d.day)
$$;

CREATE FUNCTION entente.expired_digests(before timestamptz) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT count(*) FROM entente.digest d
    WHERE d.created_at < before AND d.eliminated_at IS NULL AND entente.is_past(d)
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
    UPDATE entente.digest d SET
        to_name = '', to_address = '', subject = '', text = '', html = '',
        verdicts = (SELECT coalesce(jsonb_agg(v || '{"address": "", "reply": ""}'), '[]')
            FROM jsonb_array_elements(d.verdicts) v), eliminated_at = instant
    WHERE d.created_at < before AND d.eliminated_at IS NULL AND entente.is_past(d);
    UPDATE entente.job j SET recipient = NULL
    FROM entente.digest d
    WHERE d.eliminated_at = instant AND j.kind = 'digest-mail' AND j.key = d.id::text;
END $$;

REVOKE ALL ON FUNCTION entente.is_past(entente.digest), entente.expired_digests(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entente.expired_digests(timestamptz) TO entente_app;

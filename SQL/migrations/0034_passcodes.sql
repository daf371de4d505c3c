-- Why: a code that was mailed to whoever opens a link of a notice is an attempt to log in: its job holds an address. No rule of
-- retention named it; it goes with the access log, on the machine's clock.
-- Lock: none: functions only.

-- How many sessions that are over, attempts to log in, and mailed codes, of before an instant of the machine's clock.
CREATE OR REPLACE FUNCTION entente.expired_access(before timestamptz) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT (SELECT count(*) FROM entente.session s
            WHERE s.seen_at < before AND (s.ended_at IS NOT NULL OR s.ends_at < clock_timestamp()))
        + (SELECT count(*) FROM entente.login_attempt l WHERE l.at < before)
        + (SELECT count(*) FROM entente.passcode c WHERE c.created_at < before AND c.expires_at < clock_timestamp())
$$;

-- Deletes what one recorded event of the register says, and nothing else; with the owner's rights, as `eliminate`.
CREATE OR REPLACE FUNCTION entente.eliminate_access(event_seq bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    before timestamptz;
BEGIN
    SELECT (e.payload -> 'register' -> 'accessEliminated' ->> 'before')::timestamptz INTO before
    FROM entente.event e
    WHERE e.stream = 'register' AND e.seq = event_seq AND e.type = 'access.eliminated';
    DELETE FROM entente.session s
    WHERE s.seen_at < before AND (s.ended_at IS NOT NULL OR s.ends_at < clock_timestamp());
    DELETE FROM entente.login_attempt l WHERE l.at < before;
    WITH gone AS (
        DELETE FROM entente.passcode c WHERE c.created_at < before AND c.expires_at < clock_timestamp() RETURNING c.id)
    UPDATE entente.job j SET recipient = NULL FROM gone g WHERE j.kind = 'passcode' AND j.key = g.id::text;
END $$;

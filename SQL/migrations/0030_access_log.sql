-- Why: sessions and attempts to log in hold network addresses; they are the access log, which is kept for its period only.
-- Their time is the machine's, so that what `before` says is of that clock.
-- Lock: none: functions only.

-- How many sessions that are over, and attempts to log in, of before an instant of the machine's clock.
CREATE FUNCTION entente.expired_access(before timestamptz) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT (SELECT count(*) FROM entente.session s
            WHERE s.seen_at < before AND (s.ended_at IS NOT NULL OR s.ends_at < clock_timestamp()))
        + (SELECT count(*) FROM entente.login_attempt l WHERE l.at < before)
$$;

-- Deletes what one recorded event of the register says, and nothing else; with the owner's rights, as `eliminate`.
CREATE FUNCTION entente.eliminate_access(event_seq bigint) RETURNS void
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
END $$;

REVOKE ALL ON FUNCTION entente.expired_access(timestamptz), entente.eliminate_access(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entente.expired_access(timestamptz) TO entente_app;
GRANT EXECUTE ON FUNCTION entente.eliminate_access(bigint) TO entente_engine;

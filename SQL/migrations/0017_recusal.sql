-- Why: a member of the selection committee who has a link with a file leaves it, and sees it no more as its member.
-- Lock: SHARE on event while one small index is built (a scan); a function is replaced.

DROP INDEX entente.event_barring;
CREATE INDEX event_barring ON entente.event (stream)
    WHERE type IN ('recuse_opinion', 'leave_ranking', 'void_review');

CREATE OR REPLACE FUNCTION entente.barred(who uuid) RETURNS TABLE (stream text, role text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 2 SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT e.stream, CASE e.type WHEN 'leave_ranking' THEN 'CSEL' ELSE 'ITMO' END FROM entente.event e
    WHERE e.type IN ('recuse_opinion', 'leave_ranking')
        AND who::text IN (e.actor, e.on_behalf_of, e.payload #>> '{recorded,person}')
    UNION ALL
    SELECT e.stream, 'EXP' FROM entente.event e
    WHERE e.type = 'void_review' AND who::text = e.payload #>> '{input,expert}';
END
$$;

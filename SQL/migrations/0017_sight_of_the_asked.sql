-- Why: a member of the selection committee who has a link with a file leaves it, and sees it no more as its member. Who is
-- asked to sign for a body that is not a party, or not yet, sees the file in that role as long as the step is open.
-- Lock: SHARE on event while one small index is built (a scan); functions are replaced.

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

CREATE OR REPLACE FUNCTION entente.asked(who uuid) RETURNS TABLE (agreement uuid, role text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 4 SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT t.agreement, t.role
    FROM entente.task t JOIN entente.process p ON p.agreement = t.agreement AND p.path = t.process
    WHERE t.role_of = 'person' AND t.narrowed_to = who::text
        AND (t.role <> 'EXP' OR coalesce(p.outcome, '') NOT IN ('recused', 'replaced', 'void'))
        AND NOT EXISTS (SELECT FROM entente.barred(who) b WHERE b.stream = t.agreement::text AND b.role = t.role)
    UNION ALL
    SELECT t.agreement, t.role FROM entente.held_by(who) h
        JOIN entente.task t ON t.narrowed_to = substr(h.scope, 7) AND t.role = h.role
    WHERE h.role = 'SIG' AND h.scope LIKE 'party:%' AND t.role_of = 'party' AND t.closed_seq IS NULL;
END
$$;

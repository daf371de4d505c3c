-- Why: the lists of mails and of jobs are narrowed by recipient, by kind and by day, and read their whole tables for it. Patterns
-- are no condition of an index below row security: to whom a mail went is asked of a function, and row security decides what is
-- shown of its answer.
-- Lock: SHARE on notice and on job while their indexes are built; a few seconds at 150,000 rows each.

CREATE INDEX notice_to ON entente.notice
    USING gin (to_address trigram.gin_trgm_ops, to_name trigram.gin_trgm_ops);

-- In the order of the list: the dead first, then the newest.
CREATE INDEX job_of_kind ON entente.job (kind, (state = 'dead') DESC, id DESC);
CREATE INDEX job_written ON entente.job (created_at);

-- The mails whose recipient's address or name a pattern finds, in either case.
CREATE FUNCTION entente.notices_to(pattern text) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, pg_temp SET jit = off AS $$
BEGIN
    RETURN QUERY
    SELECT n.id FROM entente.notice n WHERE n.to_address ILIKE pattern OR n.to_name ILIKE pattern;
END
$$;

REVOKE ALL ON FUNCTION entente.notices_to(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entente.notices_to(text) TO entente_app;

-- Why: the worklist counted an act on files on which a measure refuses it.
DROP FUNCTION entente.work_kinds_of(uuid, bigint);

CREATE FUNCTION entente.work_kinds_of(who uuid, most bigint) RETURNS TABLE (
    workflow text, version text, definition text, role text, state text,
    steps bigint, late bigint, blocked bigint, legal text, held boolean, measured boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 20
    SET search_path = pg_catalog, pg_temp
    SET jit = off
    SET plan_cache_mode = force_generic_plan
    AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH measures AS MATERIALIZED (SELECT x.target FROM entente.measure x, (SELECT entente.now() AS now) c
        WHERE tstzrange(x.valid_from, x.valid_until) @> c.now)
    SELECT w.workflow, w.version, w.definition, w.role, w.state, count(*),
        count(*) FILTER (WHERE w.late), count(*) FILTER (WHERE w.blocked), w.legal, w.held, w.measured
    FROM (SELECT a.workflow, a.version, p.definition, t.role, t.state, t.due_at, t.opened_at, a.legal, a.held, a.blocked,
            t.due_at < c.now AS late,
            EXISTS (SELECT FROM measures m WHERE m.target = ANY (a.parties) OR EXISTS (
                SELECT FROM entente.organisation o WHERE o.id = ANY (a.parties) AND o.country = m.target)) AS measured
        FROM (SELECT entente.now() AS now) c CROSS JOIN entente.tasks_of(who, most) t
            JOIN entente.agreement a ON a.id = t.agreement
            JOIN entente.process p ON p.agreement = t.agreement AND p.path = t.process) w
    GROUP BY w.workflow, w.version, w.definition, w.role, w.state, w.legal, w.held, w.measured
    ORDER BY min(w.due_at), min(w.opened_at);
END
$$;

REVOKE ALL ON FUNCTION entente.work_kinds_of(uuid, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entente.work_kinds_of(uuid, bigint) TO entente_app;

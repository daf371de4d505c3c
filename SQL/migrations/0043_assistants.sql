-- Why: whoever keeps a signatory's signature book (ASST) is reminded with them; the role shows no file.
-- Lock: none on tables.

CREATE OR REPLACE FUNCTION entente.held_by(who uuid) RETURNS TABLE(role text, scope text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 8
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH RECURSIVE clock AS MATERIALIZED (SELECT entente.now() AS now),
    delegated AS MATERIALIZED (SELECT * FROM entente.delegated_to(who) d WHERE d.role <> 'ASST'),
    granted AS (
        SELECT g.person, g.role, g.scope FROM entente.role_grant g, clock
        WHERE g.role <> 'ASST' AND g.person IN (SELECT who UNION SELECT d.grantor FROM delegated d)
            AND tstzrange(g.valid_from, g.valid_until) @> clock.now
            AND NOT EXISTS (SELECT FROM entente.succession s
                WHERE g.scope = s.kind || ':' || s.code AND entente.day_start(s.on_day) <= clock.now)
        UNION
        SELECT g.person, g.role, s.kind || ':' || s.code FROM granted g
            JOIN entente.succession s ON g.scope = s.kind || ':' || s.successor
            CROSS JOIN clock WHERE entente.day_start(s.on_day) <= clock.now),
    lent AS MATERIALIZED (
        SELECT d.role, d.scope AS asked, g.scope FROM delegated d
            JOIN granted g ON g.person = d.grantor AND g.role = d.role)
    SELECT g.role, g.scope FROM granted g WHERE g.person = who
    UNION
    SELECT l.role, CASE WHEN l.asked = '*' THEN l.scope ELSE l.asked END FROM lent l
    WHERE l.asked IN ('*', l.scope) OR l.scope = '*'
    UNION
    SELECT l.role, 'agreement:' || a.id FROM lent l
        JOIN entente.agreement a ON entente.covers(l.scope, a) AND entente.covers(l.asked, a)
    WHERE l.asked NOT IN ('*', l.scope) AND l.scope <> '*'
    UNION
    SELECT d.role, 'agreement:' || a.id FROM delegated d
        JOIN entente.named x ON x.person = d.grantor AND x.role = d.role
        JOIN entente.agreement a ON a.id = x.agreement AND entente.covers(d.scope, a);
END
$$;

-- Why: a mandate that is over gives no right, and no sight. One over an institute or a unit that was merged into another is
-- worth nothing on its files, however long it runs: they are those of whoever holds the role for the successor. Whom a file
-- names in an office, such as the head of its unit, has that role in it while in the office, and then it passes with the
-- office. A delegation is not ended by a reorganisation: by the name of what was merged, or of what took over, it is worth
-- what its grantor holds of those files.
-- Lock: none on tables; functions and a view are replaced.

-- The institute or unit in which one lives on now.
CREATE FUNCTION entente.heir(kind text, code text) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    heir text := code;
    taker text;
BEGIN
    -- The register lets no chain bite its tail.
    LOOP
        SELECT s.successor INTO taker FROM entente.succession s
        WHERE s.kind = $1 AND s.code = heir AND entente.day_start(s.on_day) <= entente.now();
        EXIT WHEN taker IS NULL;
        heir := taker;
    END LOOP;
    RETURN heir;
END
$$;

-- Whether somebody has now the role in which a file names them: an office only as long as they are in it.
CREATE FUNCTION entente.in_office(x entente.assignment) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN x.role NOT IN ('ADM', 'ARCH', 'AUD', 'CSEL', 'DAF', 'DAJ', 'DG', 'DPO', 'DR', 'DU', 'FSD', 'INT', 'ITMO')
        OR EXISTS (
            SELECT FROM entente.role_grant g
                JOIN entente.person p ON p.id = g.person AND p.active
                JOIN entente.agreement a ON a.id = x.agreement
            WHERE g.person = x.person AND g.role = x.role
                AND tstzrange(g.valid_from, g.valid_until) @> entente.now()
                AND CASE split_part(g.scope, ':', 1)
                    WHEN 'unit' THEN substr(g.scope, 6) = entente.heir('unit', a.unit)
                    WHEN 'itmo' THEN substr(g.scope, 6) = entente.heir('itmo', a.itmo)
                    ELSE entente.covers(g.scope, a) END);
END
$$;

-- Whom files name in a role, and by that have it.
CREATE VIEW entente.named AS
SELECT x.agreement, x.role, x.person FROM entente.assignment x WHERE x.ended_at IS NULL AND entente.in_office(x);

-- The delegations that a person may use now: grantor and grantee are there, nothing is said yet of what the grantor holds.
-- What names an institute or a unit names those that were merged into it.
CREATE OR REPLACE FUNCTION entente.delegated_to(who uuid) RETURNS TABLE (grantor uuid, role text, scope text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 4 SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH RECURSIVE clock AS MATERIALIZED (SELECT entente.now() AS now),
    lent AS (
        SELECT d.grantor, d.role, d.scope FROM entente.delegation d JOIN entente.person p ON p.id = d.grantor, clock
        WHERE d.grantee = who AND tstzrange(d.valid_from, d.valid_until) @> clock.now
            AND coalesce(d.revoked_at > clock.now, true) AND p.active AND coalesce(p.left_at > clock.now, true)
        UNION
        SELECT l.grantor, l.role, s.kind || ':' || s.code FROM lent l
            JOIN entente.succession s ON l.scope = s.kind || ':' || s.successor
            CROSS JOIN clock WHERE entente.day_start(s.on_day) <= clock.now)
    SELECT l.grantor, l.role, l.scope FROM lent l;
END
$$;

-- The roles that a person holds now, by grant or delegation. Where grant and delegation are bounded in different ways,
-- what both cover is named agreement by agreement. A grant over what was merged covers nothing; one over what took over
-- covers it.
CREATE OR REPLACE FUNCTION entente.held_by(who uuid) RETURNS TABLE (role text, scope text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 8 SET search_path = pg_catalog, pg_temp SET jit = off AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH RECURSIVE clock AS MATERIALIZED (SELECT entente.now() AS now),
    delegated AS MATERIALIZED (SELECT * FROM entente.delegated_to(who)),
    granted AS (
        SELECT g.person, g.role, g.scope FROM entente.role_grant g, clock
        WHERE g.person IN (SELECT who UNION SELECT d.grantor FROM delegated d)
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

-- The open steps that a person may do by grant, assignment or delegation now, the earliest due first, each with what a list
-- says of its file; as far as the person who asks may see the file, which is looked at once for each step.
CREATE OR REPLACE FUNCTION entente.work_of(who uuid, most bigint) RETURNS TABLE (
        id uuid, agreement uuid, process text, state text, role text, narrowed_to text, opened_at timestamptz,
        due_at timestamptz, due_day date, reference text, instrument text, workflow text, version text, definition text,
        subject text, amount bigint, countries text[])
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, pg_temp SET jit = off AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH RECURSIVE clock AS MATERIALIZED (SELECT entente.now() AS now),
    merged AS MATERIALIZED (
        SELECT s.kind || ':' || s.code AS scope FROM entente.succession s, clock
        WHERE entente.day_start(s.on_day) <= clock.now),
    own AS (
        SELECT g.role, g.scope FROM entente.role_grant g, clock
        WHERE g.person = who AND tstzrange(g.valid_from, g.valid_until) @> clock.now
            AND g.scope NOT IN (SELECT m.scope FROM merged m)
        -- A delegation is worth what its grantor holds now.
        UNION SELECT d.role, CASE WHEN d.scope = '*' OR g.scope LIKE 'party:%' THEN g.scope ELSE d.scope END
        FROM entente.delegation d
            JOIN entente.role_grant g ON g.person = d.grantor AND g.role = d.role
            JOIN entente.person p ON p.id = d.grantor AND p.active
            CROSS JOIN clock
        WHERE d.grantee = who AND tstzrange(d.valid_from, d.valid_until) @> clock.now
            AND (d.revoked_at IS NULL OR d.revoked_at > clock.now)
            AND tstzrange(g.valid_from, g.valid_until) @> clock.now
            AND g.scope NOT IN (SELECT m.scope FROM merged m)
            AND NOT (g.scope LIKE 'party:%' AND d.scope LIKE 'party:%' AND g.scope <> d.scope)),
    -- What covers an institute or a unit covers those that were merged into it.
    held AS (
        SELECT o.role, o.scope FROM own o
        UNION SELECT h.role, s.kind || ':' || s.code FROM held h
            JOIN entente.succession s ON h.scope = s.kind || ':' || s.successor
            CROSS JOIN clock WHERE entente.day_start(s.on_day) <= clock.now),
    found AS (
        SELECT t.id FROM entente.task t
        WHERE t.closed_seq IS NULL AND t.role_of = 'person' AND t.narrowed_to = who::text
        UNION ALL
        SELECT t.id FROM entente.task t
        WHERE t.closed_seq IS NULL AND t.role_of = 'party'
            AND t.narrowed_to = ANY (ARRAY (SELECT substr(h.scope, 7) FROM held h WHERE h.scope LIKE 'party:%'))
            AND EXISTS (SELECT FROM held h WHERE h.role = t.role AND h.scope = 'party:' || t.narrowed_to)
        UNION ALL
        SELECT t.id FROM entente.named x
            JOIN entente.task t ON t.agreement = x.agreement AND t.role = x.role
        WHERE x.person = who AND t.closed_seq IS NULL AND t.role_of = 'agreement'
        UNION ALL
        SELECT t.id FROM entente.task t
        WHERE t.closed_seq IS NULL AND t.role = ANY (ARRAY (SELECT h.role FROM held h)) AND CASE t.role_of
            WHEN 'agreement' THEN EXISTS (SELECT FROM held h WHERE h.role = t.role AND (h.scope = '*'
                    OR h.scope NOT LIKE 'party:%' AND EXISTS (SELECT FROM entente.agreement a
                        WHERE a.id = t.agreement AND entente.covers(h.scope, a))))
                AND NOT EXISTS (SELECT FROM entente.named x WHERE x.agreement = t.agreement AND x.role = t.role)
            WHEN 'person' THEN false
            WHEN 'party' THEN false
            ELSE EXISTS (SELECT FROM held h JOIN entente.agreement a ON a.id = t.agreement
                WHERE h.role = t.role AND h.scope LIKE 'party:%' AND entente.covers(h.scope, a)) END),
    chosen AS MATERIALIZED (
        SELECT t.* FROM entente.task t WHERE t.id IN (SELECT f.id FROM found f)
        ORDER BY t.due_at NULLS LAST, t.opened_at, t.id LIMIT most)
    SELECT t.id, t.agreement, t.process, t.state, t.role, t.narrowed_to, t.opened_at, t.due_at, t.due_day, a.reference,
        a.instrument, a.workflow, a.version, p.definition,
        (SELECT v.value #>> '{}' FROM entente.erasable_value v WHERE v.id = a.acronym),
        (SELECT (v.value #>> '{}')::bigint FROM entente.erasable_value v
            WHERE v.id = a.budget AND jsonb_typeof(v.value) = 'number'),
        ARRAY (SELECT DISTINCT o.country FROM entente.organisation o WHERE o.id = ANY (a.parties) AND NOT o.home ORDER BY 1)
    FROM chosen t
        JOIN entente.agreement a ON a.id = t.agreement
        JOIN entente.process p ON p.agreement = t.agreement AND p.path = t.process
    WHERE (SELECT entente.sees_files()) OR EXISTS (SELECT FROM entente.seen_file f WHERE f.id = t.agreement)
    ORDER BY t.due_at NULLS LAST, t.opened_at, t.id;
END
$$;

-- What a role for everything leaves to its holder, where files name others in it.
CREATE OR REPLACE FUNCTION entente.own_wide() RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER COST 80000 ROWS 1 SET search_path = pg_catalog, pg_temp SET jit = off AS $$
BEGIN
    RETURN QUERY
    SELECT a.id FROM entente.held() h CROSS JOIN entente.agreement a
    WHERE h.scope = '*' AND h.role <> 'EXP'
        AND NOT EXISTS (
            SELECT FROM entente.named x WHERE x.agreement = a.id AND x.role = h.role)
        AND NOT EXISTS (SELECT FROM entente.own_bars() b WHERE b.agreement = a.id AND b.role = h.role);
END
$$;

-- The roles by which a person sees an agreement now: what they may see of it follows from them. Those who see the whole
-- do so whomever a file names in their role.
CREATE OR REPLACE FUNCTION entente.roles_on(who uuid, agreement_id uuid) RETURNS TABLE (role text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 4 SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT h.role FROM entente.held_by(who) h
        JOIN entente.agreement a ON a.id = agreement_id AND entente.covers(h.scope, a)
    WHERE h.role <> 'EXP'
        AND (h.scope = '*' AND h.role IN ('INT', 'DG', 'ADM', 'AUD') OR NOT EXISTS (
            SELECT FROM entente.named x WHERE x.agreement = a.id AND x.role = h.role))
        AND (a.id::text, h.role) NOT IN (SELECT b.stream, b.role FROM entente.barred(who) b)
    UNION
    SELECT x.role FROM entente.named x WHERE x.agreement = agreement_id AND x.person = who AND x.role <> 'EXP'
    UNION
    SELECT x.role FROM entente.delegated_to(who) d
        JOIN entente.named x ON x.agreement = agreement_id AND x.person = d.grantor AND x.role = d.role
        JOIN entente.agreement a ON a.id = x.agreement AND entente.covers(d.scope, a)
    WHERE x.role <> 'EXP'
    UNION
    SELECT t.role FROM entente.asked(who) t WHERE t.agreement = agreement_id;
END
$$;

-- The agreements of the person who asks: named in it, asked for a step of it in person, or holding a role whose scope covers
-- it and that it gives to nobody else. A view, so that asking for one looks at one only. It may name an agreement more than
-- once.
CREATE OR REPLACE VIEW entente.seen_file AS
WITH me AS MATERIALIZED (SELECT entente.asking() AS id),
barred AS MATERIALIZED (SELECT b.agreement, b.role FROM entente.own_bars() b),
scoped AS MATERIALIZED (
    SELECT h.role, CASE WHEN h.scope LIKE 'agreement:%' THEN substr(h.scope, 11)::uuid END AS agreement,
        CASE WHEN h.scope LIKE 'unit:%' THEN substr(h.scope, 6) END AS unit,
        CASE WHEN h.scope LIKE 'itmo:%' THEN substr(h.scope, 6) END AS itmo,
        CASE WHEN h.scope LIKE 'instrument:%' THEN substr(h.scope, 12) END AS instrument,
        CASE WHEN h.scope LIKE 'party:%' THEN ARRAY[substr(h.scope, 7)] END AS party
    FROM entente.held() h WHERE h.role <> 'EXP'),
lent AS MATERIALIZED (SELECT d.grantor, d.role, d.scope FROM me, entente.delegated_to(me.id) d)
SELECT a.id FROM scoped h JOIN entente.agreement a ON a.id = h.agreement OR a.unit = h.unit OR a.itmo = h.itmo
        OR a.instrument = h.instrument OR a.parties @> h.party
-- Asked file by file: as a join it would read every assignment.
WHERE (SELECT x.person FROM entente.named x WHERE x.agreement = a.id AND x.role = h.role LIMIT 1) IS NULL
    AND (SELECT b.role FROM barred b WHERE b.agreement = a.id AND b.role = h.role LIMIT 1) IS NULL
UNION ALL
SELECT w.agreement FROM entente.own_wide() w (agreement)
UNION ALL
SELECT x.agreement FROM me JOIN entente.named x ON x.person = me.id WHERE x.role <> 'EXP'
UNION ALL
SELECT x.agreement FROM lent d
    JOIN entente.named x ON x.person = d.grantor AND x.role = d.role AND x.role <> 'EXP'
    JOIN entente.agreement a ON a.id = x.agreement AND entente.covers(d.scope, a)
UNION ALL
SELECT t.agreement FROM entente.own_asks() t (agreement);

-- Who is an expert is told by the steps that ask them; the other roles that a file gives are looked up in it.
DROP FUNCTION entente.assigned(uuid);

REVOKE ALL ON FUNCTION entente.heir(text, text), entente.in_office(entente.assignment) FROM PUBLIC;
-- A view asks for functions in the name of its reader.
GRANT EXECUTE ON FUNCTION entente.in_office(entente.assignment) TO entente_app;

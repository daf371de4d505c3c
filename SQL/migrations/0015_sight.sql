-- Why: what somebody sees of a file follows the rules that decide who may act on it. A delegation shows what its grantor
-- may see, as long as the grantor holds the role; a delegate of whoever is assigned sees the file; whoever took over an
-- institute or a unit sees its files. An expert sees the files that they were asked about, not every file that has no
-- expert yet, and none after they stood back, were replaced or their review was found void; a director who stood back
-- sees the file no more in that role. Contents follow the same rule as the file. What somebody has not sent yet is
-- theirs.
-- Lock: SHARE on event and task while one small index is built on each (a scan); functions are replaced.

-- Who stood back, and whose review was found void: few rows, read with every list.
CREATE INDEX event_barring ON entente.event (stream) WHERE type IN ('recuse_opinion', 'void_review');
-- The steps that are for somebody in person.
CREATE INDEX task_asked ON entente.task (narrowed_to) WHERE role_of = 'person';

-- Whether a scope covers an agreement.
CREATE FUNCTION entente.covers(scope text, a entente.agreement) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE split_part(scope, ':', 1)
        WHEN '*' THEN true
        WHEN 'agreement' THEN a.id::text = substr(scope, 11)
        WHEN 'unit' THEN a.unit = substr(scope, 6)
        WHEN 'itmo' THEN a.itmo = substr(scope, 6)
        WHEN 'instrument' THEN a.instrument = substr(scope, 12)
        WHEN 'party' THEN substr(scope, 7) = ANY (a.parties) END
$$;

-- The functions that follow are in PL/pgSQL: their plans are kept for a session, not made anew for each question.

-- The delegations that a person may use now: grantor and grantee are there, nothing is said yet of what the grantor holds.
CREATE FUNCTION entente.delegated_to(who uuid) RETURNS TABLE (grantor uuid, role text, scope text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 4 SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH clock AS MATERIALIZED (SELECT entente.now() AS now)
    SELECT d.grantor, d.role, d.scope FROM entente.delegation d JOIN entente.person p ON p.id = d.grantor, clock
    WHERE d.grantee = who AND tstzrange(d.valid_from, d.valid_until) @> clock.now
        AND coalesce(d.revoked_at > clock.now, true) AND p.active AND coalesce(p.left_at > clock.now, true);
END
$$;

-- The roles that a person holds now, by grant or delegation. Where grant and delegation are bounded in different ways,
-- what both cover is named agreement by agreement. What covers an institute or a unit covers those merged into it.
CREATE OR REPLACE FUNCTION entente.held_by(who uuid) RETURNS TABLE (role text, scope text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 8 SET search_path = pg_catalog, pg_temp SET jit = off AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH RECURSIVE clock AS MATERIALIZED (SELECT entente.now() AS now),
    delegated AS MATERIALIZED (SELECT * FROM entente.delegated_to(who)),
    lent AS MATERIALIZED (
        SELECT d.role, d.scope AS asked, g.scope FROM delegated d
            JOIN entente.role_grant g ON g.person = d.grantor AND g.role = d.role, clock
        WHERE tstzrange(g.valid_from, g.valid_until) @> clock.now),
    held AS (
        SELECT g.role, g.scope FROM entente.role_grant g, clock
        WHERE g.person = who AND tstzrange(g.valid_from, g.valid_until) @> clock.now
        UNION
        SELECT l.role, CASE WHEN l.asked = '*' THEN l.scope ELSE l.asked END FROM lent l
        WHERE l.asked IN ('*', l.scope) OR l.scope = '*'
        UNION
        SELECT l.role, 'agreement:' || a.id FROM lent l
            JOIN entente.agreement a ON entente.covers(l.scope, a) AND entente.covers(l.asked, a)
        WHERE l.asked NOT IN ('*', l.scope) AND l.scope <> '*'
        UNION
        SELECT d.role, 'agreement:' || a.id FROM delegated d
            JOIN entente.assignment x ON x.person = d.grantor AND x.role = d.role AND x.ended_at IS NULL
            JOIN entente.agreement a ON a.id = x.agreement AND entente.covers(d.scope, a)
        UNION
        SELECT h.role, s.kind || ':' || s.code FROM held h
            JOIN entente.succession s ON h.scope = s.kind || ':' || s.successor
            CROSS JOIN clock WHERE entente.day_start(s.on_day) <= clock.now)
    SELECT h.role, h.scope FROM held h;
END
$$;

CREATE OR REPLACE FUNCTION entente.held() RETURNS TABLE (role text, scope text)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 8 SET search_path = pg_catalog, pg_temp AS $$
    SELECT h.role, h.scope FROM entente.held_by(entente.asking()) h
$$;

-- The files on which a person has no sight in a role any more, whatever gives it to them.
CREATE FUNCTION entente.barred(who uuid) RETURNS TABLE (stream text, role text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 2 SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT e.stream, 'ITMO' FROM entente.event e
    WHERE e.type = 'recuse_opinion' AND who::text IN (e.actor, e.on_behalf_of, e.payload #>> '{recorded,person}')
    UNION ALL
    SELECT e.stream, 'EXP' FROM entente.event e
    WHERE e.type = 'void_review' AND who::text = e.payload #>> '{input,expert}';
END
$$;

-- The steps that are for a person themselves: of an expert, unless they stood back, were replaced or gave a void review.
CREATE FUNCTION entente.asked(who uuid) RETURNS TABLE (agreement uuid, role text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 4 SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT t.agreement, t.role
    FROM entente.task t JOIN entente.process p ON p.agreement = t.agreement AND p.path = t.process
    WHERE t.role_of = 'person' AND t.narrowed_to = who::text
        AND (t.role <> 'EXP' OR coalesce(p.outcome, '') NOT IN ('recused', 'replaced', 'void'))
        AND NOT EXISTS (SELECT FROM entente.barred(who) b WHERE b.stream = t.agreement::text AND b.role = t.role);
END
$$;

-- The roles that an act gave to a person, or to somebody who delegated them to that person; who is an expert is told by
-- the steps that ask them.
CREATE FUNCTION entente.assigned(who uuid) RETURNS TABLE (agreement uuid, role text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 8 SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT x.agreement, x.role FROM entente.assignment x
    WHERE x.person = who AND x.ended_at IS NULL AND x.role <> 'EXP'
    UNION ALL
    SELECT x.agreement, x.role FROM entente.delegated_to(who) d
        JOIN entente.assignment x ON x.person = d.grantor AND x.role = d.role AND x.ended_at IS NULL
        JOIN entente.agreement a ON a.id = x.agreement AND entente.covers(d.scope, a)
    WHERE x.role <> 'EXP';
END
$$;

-- The agreements of the person who asks: assigned on it, asked for a step of it in person, or holding a role whose scope
-- covers it and that no assignment on it gives to others. (Compiling it takes a hundred times its running.)
CREATE OR REPLACE FUNCTION entente.seen() RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, pg_temp SET jit = off AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH me AS MATERIALIZED (SELECT entente.asking() AS id),
    barred AS MATERIALIZED (SELECT b.stream, b.role FROM me, entente.barred(me.id) b)
    SELECT a.id
    FROM (
        SELECT h.role, split_part(h.scope, ':', 1) AS kind, substr(h.scope, strpos(h.scope, ':') + 1) AS name
        FROM entente.held() h WHERE h.role <> 'EXP') h
    JOIN entente.agreement a ON CASE h.kind
        WHEN '*' THEN true
        WHEN 'agreement' THEN a.id::text = h.name
        WHEN 'unit' THEN a.unit = h.name
        WHEN 'itmo' THEN a.itmo = h.name
        WHEN 'instrument' THEN a.instrument = h.name
        WHEN 'party' THEN h.name = ANY (a.parties) END
    WHERE NOT EXISTS (
            SELECT FROM entente.assignment x WHERE x.agreement = a.id AND x.role = h.role AND x.ended_at IS NULL)
        AND (a.id::text, h.role) NOT IN (SELECT b.stream, b.role FROM barred b)
    UNION
    SELECT x.agreement FROM me, entente.assigned(me.id) x
    UNION
    SELECT t.agreement FROM me, entente.asked(me.id) t;
END
$$;

-- The roles by which a person sees an agreement now: what they may see of it follows from them. Those who see the whole
-- do so whomever an act gave their role to.
CREATE OR REPLACE FUNCTION entente.roles_on(who uuid, agreement_id uuid) RETURNS TABLE (role text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 4 SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT h.role FROM entente.held_by(who) h
        JOIN entente.agreement a ON a.id = agreement_id AND entente.covers(h.scope, a)
    WHERE h.role <> 'EXP'
        AND (h.scope = '*' AND h.role IN ('INT', 'DG', 'ADM', 'AUD') OR NOT EXISTS (
            SELECT FROM entente.assignment x WHERE x.agreement = a.id AND x.role = h.role AND x.ended_at IS NULL))
        AND (a.id::text, h.role) NOT IN (SELECT b.stream, b.role FROM entente.barred(who) b)
    UNION
    SELECT x.role FROM entente.assigned(who) x WHERE x.agreement = agreement_id
    UNION
    SELECT t.role FROM entente.asked(who) t WHERE t.agreement = agreement_id;
END
$$;

REVOKE ALL ON FUNCTION entente.covers(text, entente.agreement), entente.delegated_to(uuid), entente.barred(uuid),
    entente.asked(uuid), entente.assigned(uuid) FROM PUBLIC;

ALTER TABLE entente.draft ENABLE ROW LEVEL SECURITY;
CREATE POLICY draft_own ON entente.draft TO entente_app USING (person = (SELECT entente.asking()));
GRANT EXECUTE ON FUNCTION entente.asking() TO entente_app;

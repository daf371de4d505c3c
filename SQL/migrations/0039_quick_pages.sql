-- Why: the page of a file asked ten statements of tables that each find out anew which files the reader may see, for one and the
-- same file (14 of 26 ms in the database); what is read of one file is asked of functions that find it out once, by the same rule.
-- The worklist read every step to show fifty and to count the rest: it reads what it shows and counts by kind, by plans that are
-- kept (planning each time took 9 of 13 ms). And functions in SQL are planned in each statement: those that most statements need
-- keep their plans now.
-- Lock: none; functions are made and replaced.

CREATE OR REPLACE FUNCTION entente.now() RETURNS timestamptz LANGUAGE plpgsql AS $$
BEGIN
    RETURN coalesce((SELECT at FROM entente.clock), date_trunc('milliseconds', clock_timestamp()));
END
$$;

CREATE OR REPLACE FUNCTION entente.instant_text(instant timestamptz) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN to_char(instant AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
END
$$;
CREATE OR REPLACE FUNCTION entente.with_successors(scopes text[]) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        WITH RECURSIVE taken (scope) AS (
            SELECT unnest(scopes)
            UNION
            SELECT s.kind || ':' || s.successor FROM taken t
            JOIN entente.succession s ON s.kind || ':' || s.code = t.scope)
        SELECT array_agg(scope) FROM taken);
END
$$;

CREATE OR REPLACE FUNCTION entente.asking() RETURNS uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT p.id FROM entente.person p
        WHERE p.active AND p.id = CASE WHEN current_setting('entente.actor', true) ~ '^[0-9a-f-]{36}$'
            THEN current_setting('entente.actor', true)::uuid END);
END
$$;

CREATE OR REPLACE FUNCTION entente.held() RETURNS TABLE (role text, scope text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY SELECT h.role, h.scope FROM entente.held_by(entente.asking()) h;
END
$$;

CREATE OR REPLACE FUNCTION entente.sees_all() RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF current_setting('entente.actor', true) = '*' THEN
        RETURN pg_has_role(session_user, 'entente_engine', 'MEMBER');
    END IF;
    RETURN EXISTS (SELECT FROM entente.held() h WHERE h.scope = '*' AND h.role IN ('INT', 'DG', 'ADM', 'AUD'));
END
$$;

-- Whether the person who asks may see a file: what the policies of the tables say of each, said of one.
CREATE FUNCTION entente.sees(file uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET jit = off AS $$
BEGIN
    IF entente.sees_files() AND (NOT EXISTS (SELECT FROM entente.unsent u WHERE u.id = file)
        OR NOT EXISTS (SELECT FROM entente.hidden_drafts() h (id) WHERE h.id = file))
    THEN
        RETURN true;
    END IF;
    RETURN EXISTS (SELECT FROM entente.seen_file f WHERE f.id = file);
END
$$;

-- The file of an id, a reference or a register number, with the roles on it of the person who asks; none that they do not see.
CREATE FUNCTION entente.file_named(name text, uuid_named uuid) RETURNS TABLE (id uuid, roles text[])
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT a.id, ARRAY(SELECT r.role FROM entente.roles_on(entente.asking(), a.id) r)
    FROM entente.agreement a
    WHERE (a.id = uuid_named OR a.reference = name OR a.register_number = name) AND entente.sees(a.id)
    ORDER BY a.id = uuid_named DESC NULLS LAST LIMIT 1;
END
$$;

-- What happened in a file that the person who asks may see.
CREATE FUNCTION entente.events_of(file uuid) RETURNS SETOF entente.event
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF entente.sees(file) THEN
        RETURN QUERY SELECT * FROM entente.event e WHERE e.stream = file::text ORDER BY e.seq;
    END IF;
END
$$;

-- What people may want to be told of what an event carries: without what rules read, what notices were owed, and what the machine
-- notes for itself of its processes, tasks and timers.
CREATE FUNCTION entente.told(payload jsonb) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN payload || jsonb_build_object('reads', '[]'::jsonb, 'notices', '[]'::jsonb, 'changes', coalesce((
        SELECT jsonb_agg(c.change ORDER BY c.n) FROM jsonb_array_elements(payload -> 'changes') WITH ORDINALITY c (change, n)
        WHERE NOT c.change ?| ARRAY['timerArmed', 'timerClosed', 'taskOpened', 'taskClosed', 'moved', 'processStarted',
            'processResumed', 'processClosed', 'did']), '[]'));
END
$$;

-- The erasable values of such a file that are still there.
CREATE FUNCTION entente.values_of(file uuid) RETURNS TABLE (id uuid, value jsonb)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
    IF entente.sees(file) THEN
        RETURN QUERY SELECT v.id, v.value FROM entente.erasable_value v
            WHERE v.stream = file::text AND v.value IS NOT NULL;
    END IF;
END
$$;

-- What the documents of such a file are called that are still there.
CREATE FUNCTION entente.document_names_of(file uuid) RETURNS TABLE (id uuid, file_name text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
    IF entente.sees(file) THEN
        RETURN QUERY SELECT d.id, d.file_name FROM entente.document d
            WHERE d.agreement = file AND d.bytes IS NOT NULL AND d.file_name IS NOT NULL;
    END IF;
END
$$;

-- The open tasks of a person in files that the one who asks may see, the earliest due first.
CREATE FUNCTION entente.tasks_of(who uuid, most bigint) RETURNS SETOF entente.task
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, pg_temp SET jit = off
    SET plan_cache_mode = force_generic_plan AS $$
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
                WHERE h.role = t.role AND h.scope LIKE 'party:%' AND entente.covers(h.scope, a)) END)
    SELECT t.* FROM entente.task t
    WHERE t.id IN (SELECT f.id FROM found f)
        AND ((SELECT entente.sees_files()) AND t.agreement NOT IN (SELECT entente.hidden_drafts())
            OR EXISTS (SELECT FROM entente.seen_file f WHERE f.id = t.agreement))
    ORDER BY t.due_at NULLS LAST, t.opened_at, t.id LIMIT most;
END
$$;

-- The same with what a list tells of their files: whether a refusal for security may stand, whether the text has an earlier version.
DROP FUNCTION entente.work_of(uuid, bigint);
CREATE FUNCTION entente.work_of(who uuid, most bigint) RETURNS TABLE (
    id uuid, agreement uuid, process text, state text, role text, narrowed_to text, opened_at timestamptz,
    due_at timestamptz, due_day date, reference text, instrument text, workflow text, version text, definition text,
    subject text, amount bigint, countries text[], blocked boolean, revised boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, pg_temp SET jit = off
    SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT t.id, t.agreement, t.process, t.state, t.role, t.narrowed_to, t.opened_at, t.due_at, t.due_day, a.reference,
        a.instrument, a.workflow, a.version, p.definition,
        (SELECT v.value #>> '{}' FROM entente.erasable_value v WHERE v.id = a.acronym),
        (SELECT (v.value #>> '{}')::bigint FROM entente.erasable_value v
            WHERE v.id = a.budget AND jsonb_typeof(v.value) = 'number'),
        ARRAY (SELECT DISTINCT o.country FROM entente.organisation o WHERE o.id = ANY (a.parties) AND NOT o.home ORDER BY 1),
        a.blocked, (SELECT count(*) > 1 FROM entente.document d
            WHERE d.agreement = a.id AND d.kind = 'text' AND d.process IS NULL)
    FROM entente.tasks_of(who, most) t
        JOIN entente.agreement a ON a.id = t.agreement
        JOIN entente.process p ON p.agreement = t.agreement AND p.path = t.process
    ORDER BY t.due_at NULLS LAST, t.opened_at, t.id;
END
$$;

-- How many of them there are of each kind, how many are late, and against how many a refusal for security may stand.
CREATE FUNCTION entente.work_kinds_of(who uuid, most bigint) RETURNS TABLE (
    workflow text, version text, definition text, role text, state text, steps bigint, late bigint, blocked bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, pg_temp SET jit = off
    SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT a.workflow, a.version, p.definition, t.role, t.state, count(*),
        count(*) FILTER (WHERE t.due_at < c.now), count(*) FILTER (WHERE a.blocked)
    FROM (SELECT entente.now() AS now) c CROSS JOIN entente.tasks_of(who, most) t
        JOIN entente.agreement a ON a.id = t.agreement
        JOIN entente.process p ON p.agreement = t.agreement AND p.path = t.process
    GROUP BY a.workflow, a.version, p.definition, t.role, t.state
    ORDER BY min(t.due_at), min(t.opened_at);
END
$$;

REVOKE ALL ON FUNCTION entente.sees(uuid), entente.told(jsonb), entente.file_named(text, uuid), entente.events_of(uuid), entente.values_of(uuid),
    entente.document_names_of(uuid), entente.tasks_of(uuid, bigint),
    entente.work_of(uuid, bigint), entente.work_kinds_of(uuid, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entente.file_named(text, uuid), entente.events_of(uuid), entente.values_of(uuid),
    entente.document_names_of(uuid), entente.sees(uuid), entente.told(jsonb), entente.work_of(uuid, bigint),
    entente.work_kinds_of(uuid, bigint) TO entente_app;

-- Why: who may not read a proposal that was not sent does not learn that there is one, neither by a list nor by a count of what
-- they see. Who writes and endorses it sees it, whoever sees all that there is (the office, the directorate, who audits), and
-- whoever is asked for a step of it. Once somebody else had a step in its life, as on a letter of intent, it is known.
-- Lock: none on tables but for a moment on those whose policy changes (ACCESS EXCLUSIVE); functions and a view are replaced.

-- Whether a role reads proposals that were not sent.
CREATE FUNCTION entente.reads_drafts(role text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT role IN ('PI_FR', 'PI_EXT', 'COORD', 'DU', 'INT', 'DG', 'AUD')
$$;

-- The proposals that were never sent: nobody but their writers ever had a step in their lives.
CREATE INDEX agreement_unsent ON entente.agreement (id) WHERE reference IS NULL;
CREATE VIEW entente.unsent AS
SELECT a.id FROM entente.agreement a
WHERE a.reference IS NULL AND NOT EXISTS (
    SELECT FROM entente.task t WHERE t.agreement = a.id AND t.process = 'life' AND t.role NOT IN ('PI_FR', 'PI_EXT', 'COORD'));

-- Those that a role for everything does not show to the person who asks.
CREATE FUNCTION entente.hidden_drafts() RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, pg_temp SET jit = off AS $$
BEGIN
    IF entente.sees_all() AND (current_setting('entente.actor', true) = '*'
        OR EXISTS (SELECT FROM entente.held() h WHERE h.scope = '*' AND entente.reads_drafts(h.role)))
    THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT u.id FROM entente.unsent u;
END
$$;

-- What a role for everything leaves to its holder, where files name others in it.
CREATE OR REPLACE FUNCTION entente.own_wide() RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER COST 80000 ROWS 1 SET search_path = pg_catalog, pg_temp SET jit = off AS $$
BEGIN
    RETURN QUERY
    SELECT a.id FROM entente.held() h CROSS JOIN entente.agreement a
    WHERE h.scope = '*' AND h.role <> 'EXP'
        AND (entente.reads_drafts(h.role) OR a.reference IS NOT NULL
            OR NOT EXISTS (SELECT FROM entente.unsent u WHERE u.id = a.id))
        AND NOT EXISTS (
            SELECT FROM entente.named x WHERE x.agreement = a.id AND x.role = h.role)
        AND NOT EXISTS (SELECT FROM entente.own_bars() b WHERE b.agreement = a.id AND b.role = h.role);
END
$$;

-- The agreements of the person who asks: named in it, asked for a step of it in person, or holding a role whose scope covers
-- it and that it gives to nobody else; one that was not sent by a role that reads it. A view, so that asking for one looks at
-- one only. It may name an agreement more than once.
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
    AND (entente.reads_drafts(h.role) OR a.reference IS NOT NULL
        OR NOT EXISTS (SELECT FROM entente.unsent u WHERE u.id = a.id))
UNION ALL
SELECT w.agreement FROM entente.own_wide() w (agreement)
UNION ALL
SELECT x.agreement FROM me JOIN entente.named x ON x.person = me.id
WHERE x.role <> 'EXP'
    AND (entente.reads_drafts(x.role) OR NOT EXISTS (SELECT FROM entente.unsent u WHERE u.id = x.agreement))
UNION ALL
SELECT x.agreement FROM lent d
    JOIN entente.named x ON x.person = d.grantor AND x.role = d.role AND x.role <> 'EXP'
    JOIN entente.agreement a ON a.id = x.agreement AND entente.covers(d.scope, a)
WHERE entente.reads_drafts(x.role) OR NOT EXISTS (SELECT FROM entente.unsent u WHERE u.id = a.id)
UNION ALL
SELECT t.agreement FROM entente.own_asks() t (agreement);

DO $$
DECLARE
    name text;
    file text;
BEGIN
    FOR name, file IN VALUES
        ('agreement', 'agreement.id'), ('assignment', 'assignment.agreement'), ('document', 'document.agreement'),
        ('job', 'job.agreement'), ('notice', 'notice.agreement'), ('process', 'process.agreement'),
        ('task', 'task.agreement'), ('timer', 'timer.agreement'), ('timer_trouble', 'timer_trouble.agreement'),
        -- The streams of agreements are named by their ids.
        ('erasable_value',
            'CASE WHEN octet_length(erasable_value.stream) = 36 THEN erasable_value.stream::uuid END'),
        ('event', 'CASE WHEN octet_length(event.stream) = 36 THEN event.stream::uuid END')
    LOOP
        EXECUTE format($x$ALTER POLICY %I ON entente.%I USING (
            (SELECT entente.sees_files()) AND (%s IN (SELECT entente.hidden_drafts())) IS NOT TRUE
            OR EXISTS (SELECT FROM entente.seen_file f WHERE f.id = %s)%s)$x$, name || '_seen', name, file, file,
            CASE WHEN name = 'event' THEN ' OR stream IN (
                SELECT s.stream FROM entente.stream s WHERE EXISTS (SELECT FROM entente.held()))' ELSE '' END);
    END LOOP;
END $$;

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
    WHERE ((SELECT entente.sees_files()) AND t.agreement NOT IN (SELECT entente.hidden_drafts())
        OR EXISTS (SELECT FROM entente.seen_file f WHERE f.id = t.agreement))
    ORDER BY t.due_at NULLS LAST, t.opened_at, t.id;
END
$$;

-- The live agreements in which something is due by an instant, those where it is due first at the head, as far as the person
-- who asks may see them.
CREATE OR REPLACE FUNCTION entente.due_files(until timestamptz, most bigint) RETURNS TABLE (agreement uuid, due_at timestamptz)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200 SET search_path = pg_catalog, pg_temp SET jit = off AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH due AS MATERIALIZED (
        SELECT x.agreement, min(x.due_at) AS due_at FROM (
            SELECT t.agreement, t.due_at FROM entente.timer t WHERE t.status = 'armed' AND t.due_at <= until
            UNION ALL
            SELECT t.agreement, t.due_at FROM entente.task t
            WHERE t.closed_seq IS NULL AND t.due_at > (SELECT entente.now()) AND t.due_at <= until) x
        GROUP BY 1)
    SELECT d.agreement, d.due_at
    FROM due d JOIN entente.process p ON p.agreement = d.agreement AND p.path = 'life' AND p.status = 'active'
    WHERE ((SELECT entente.sees_files()) AND d.agreement NOT IN (SELECT entente.hidden_drafts())
        OR EXISTS (SELECT FROM entente.seen_file f WHERE f.id = d.agreement))
    ORDER BY d.due_at, d.agreement LIMIT most;
END
$$;

-- The files in which a word stands where the person who asks may read it.
CREATE OR REPLACE FUNCTION entente.files_with(word text) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, pg_temp SET jit = off AS $$
DECLARE
    folded CONSTANT text := entente.folded(word);
    -- Folded first: it makes signs of patterns of their wider and smaller forms.
    pattern CONSTANT text := '%' || regexp_replace(folded, '([\\%_])', '\\\1', 'g') || '%';
    -- Whoever sees every file and reads every dossier; or the machine itself.
    reads_all CONSTANT boolean := entente.sees_all() AND (current_setting('entente.actor', true) = '*'
        OR EXISTS (SELECT FROM entente.held() h WHERE h.scope = '*' AND h.role IN ('INT', 'DG', 'AUD')));
BEGIN
    IF folded = '' THEN
        RETURN;
    END IF;
    RETURN QUERY
    SELECT x.id FROM (
        SELECT a.id, true AS is_open FROM entente.agreement a
        WHERE a.reference ILIKE pattern OR a.register_number ILIKE pattern OR a.unit ILIKE pattern
        UNION
        SELECT a.id, true FROM entente.organisation o JOIN entente.agreement a ON a.parties @> ARRAY[o.id]
        WHERE entente.folded(o.name) LIKE pattern
        UNION
        SELECT a.id, true FROM entente.erasable_value v JOIN entente.agreement a ON a.acronym = v.id
        WHERE jsonb_typeof(v.value) = 'string' AND octet_length(v.value::text) <= 400
            AND entente.folded(v.value #>> '{}') LIKE pattern
        UNION
        SELECT a.id, false FROM entente.erasable_value v
            JOIN entente.agreement a ON a.id = CASE WHEN octet_length(v.stream) = 36 THEN v.stream::uuid END
        WHERE jsonb_typeof(v.value) = 'string' AND octet_length(v.value::text) <= 400
            AND entente.folded(v.value #>> '{}') LIKE pattern
            AND v.id::text IN (a.snapshot #>> '{dossier,titleFr,id}', a.snapshot #>> '{dossier,titleEn,id}')) x
    WHERE ((SELECT entente.sees_files()) AND x.id NOT IN (SELECT entente.hidden_drafts())
        OR EXISTS (SELECT FROM entente.seen_file f WHERE f.id = x.id))
        AND (x.is_open OR reads_all OR entente.reads_title(x.id));
END
$$;

-- The live agreements that have this acronym, `besides` apart: their life goes on and no legal act has ended them. Whoever asks
-- reads of them what they may see; that there are others is no secret to whoever chooses a name, but for drafts: they take none.
CREATE OR REPLACE FUNCTION entente.namesakes(name text, besides uuid) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 2 SET search_path = pg_catalog, pg_temp SET jit = off AS $$
BEGIN
    RETURN QUERY
    SELECT a.id FROM entente.erasable_value v
        JOIN entente.agreement a ON a.acronym = v.id
        JOIN entente.process p ON p.agreement = a.id AND p.path = 'life' AND p.status = 'active'
    WHERE jsonb_typeof(v.value) = 'string' AND octet_length(v.value::text) <= 100
        AND entente.folded(v.value #>> '{}') = entente.folded(name)
        AND a.legal <> 'ended' AND a.id IS DISTINCT FROM besides
        AND (a.reference IS NOT NULL OR NOT EXISTS (SELECT FROM entente.unsent u WHERE u.id = a.id)
            OR (SELECT entente.sees_files()) AND a.id NOT IN (SELECT entente.hidden_drafts())
            OR EXISTS (SELECT FROM entente.seen_file f WHERE f.id = a.id))
    ORDER BY a.started_at, a.id LIMIT 100;
END
$$;

REVOKE ALL ON FUNCTION entente.hidden_drafts(), entente.reads_drafts(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entente.hidden_drafts(), entente.reads_drafts(text) TO entente_app;

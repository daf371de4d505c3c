-- Why: pages stay as fast at 100,000 agreements as at 1,000. Row security asked for the whole set of agreements that
-- somebody may see, for every table of every question, however few rows the question is about; now the planner chooses
-- between that set and one look for each row. Lists find and order by indexes. What a file is called and asks for is
-- known without reading its whole cache. Texts are found by trigrams, in indexes that an elimination changes with its row.
-- Lock: ACCESS EXCLUSIVE on agreement while it is rewritten for two columns (some seconds for each 10,000 agreements);
-- SHARE on agreement, assignment, task, timer, notice, job and erasable_value while an index is built on each.

CREATE SCHEMA trigram;
-- Trusted: whoever owns the database may make it.
CREATE EXTENSION pg_trgm WITH SCHEMA trigram;

ALTER TABLE entente.agreement
    -- The values that hold what a file is called, and the euros a year that it asks for.
    ADD COLUMN acronym uuid GENERATED ALWAYS AS ((snapshot #>> '{dossier,acronym,id}')::uuid) STORED,
    ADD COLUMN budget uuid GENERATED ALWAYS AS (coalesce(snapshot #>> '{dossier,yearlyBudget,id}',
        snapshot #>> '{dossier,fullCostBudget,id}')::uuid) STORED;

-- The orders of the list of files.
CREATE INDEX agreement_recent ON entente.agreement (updated_at DESC, id);
CREATE INDEX agreement_opened ON entente.agreement (started_at DESC, id);
CREATE INDEX agreement_by_reference ON entente.agreement (reference, id);
CREATE INDEX agreement_ending ON entente.agreement (term_end, id);
-- What it is narrowed by, and counted by.
CREATE INDEX agreement_legal ON entente.agreement (legal, instrument, itmo, term_end, id);
CREATE INDEX agreement_itmo ON entente.agreement (itmo) WHERE itmo IS NOT NULL;
CREATE INDEX agreement_unit ON entente.agreement (unit) WHERE unit IS NOT NULL;
CREATE INDEX agreement_parties ON entente.agreement USING gin (parties);
CREATE INDEX agreement_acronym ON entente.agreement (acronym) WHERE acronym IS NOT NULL;
CREATE INDEX agreement_named ON entente.agreement
    USING gin (reference trigram.gin_trgm_ops, register_number trigram.gin_trgm_ops, unit trigram.gin_trgm_ops);
-- Acronyms are short.
CREATE INDEX erasable_value_short ON entente.erasable_value USING gin ((value #>> '{}') trigram.gin_trgm_ops)
    WHERE jsonb_typeof(value) = 'string' AND octet_length(value::text) <= 80;

CREATE INDEX assignment_open ON entente.assignment (agreement, role, person) WHERE ended_at IS NULL;
CREATE INDEX assignment_role ON entente.assignment (role) WHERE ended_at IS NULL;
CREATE INDEX task_narrowed ON entente.task (narrowed_to, role) WHERE closed_seq IS NULL AND narrowed_to IS NOT NULL;
CREATE INDEX task_of_file ON entente.task (agreement, role) WHERE closed_seq IS NULL;
CREATE INDEX task_due ON entente.task (due_at, opened_at, id) WHERE closed_seq IS NULL;
CREATE INDEX timer_armed ON entente.timer (agreement, due_at) WHERE status = 'armed';
-- What the office asks: each file's stage, and whether its life goes on.
CREATE INDEX agreement_stage ON entente.agreement (id) INCLUDE (workflow, state, updated_at);
CREATE INDEX process_life ON entente.process (agreement, status) WHERE path = 'life';
CREATE INDEX notice_newest ON entente.notice (created_at DESC, event_seq DESC, id);
CREATE INDEX notice_by_status ON entente.notice (status, created_at DESC, event_seq DESC, id);
CREATE INDEX job_by_state ON entente.job (state, id);
CREATE INDEX job_dead_first ON entente.job ((state = 'dead') DESC, id DESC);

-- Whether the person who asks sees every agreement: by office, or by a role for everything that no assignment gives to
-- others and that nobody is barred from.
CREATE FUNCTION entente.sees_files() RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN entente.sees_all() OR EXISTS (
        SELECT FROM entente.held() h WHERE h.scope = '*' AND h.role <> 'EXP'
            AND NOT EXISTS (SELECT FROM entente.assignment x WHERE x.role = h.role AND x.ended_at IS NULL)
            AND NOT EXISTS (SELECT FROM entente.barred(entente.asking()) b WHERE b.role = h.role));
END
$$;

-- What says of other people where they stand is asked for oneself only. The functions that follow are in PL/pgSQL: their
-- plans are kept for a session.
CREATE FUNCTION entente.own_bars() RETURNS TABLE (agreement uuid, role text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 2 SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT b.stream::uuid, b.role FROM entente.barred(entente.asking()) b;
END
$$;
CREATE FUNCTION entente.own_asks() RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 4 SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT t.agreement FROM entente.asked(entente.asking()) t;
END
$$;

-- What a role for everything leaves to its holder, where assignments give some agreements to others: rare, and costly. The
-- cost also tells the planner from how many rows on the whole set is the cheaper answer: some thousand.
CREATE FUNCTION entente.own_wide() RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER COST 80000 ROWS 1 SET search_path = pg_catalog, pg_temp SET jit = off AS $$
BEGIN
    RETURN QUERY
    SELECT a.id FROM entente.held() h CROSS JOIN entente.agreement a
    WHERE h.scope = '*' AND h.role <> 'EXP'
        AND NOT EXISTS (
            SELECT FROM entente.assignment x WHERE x.agreement = a.id AND x.role = h.role AND x.ended_at IS NULL)
        AND NOT EXISTS (SELECT FROM entente.own_bars() b WHERE b.agreement = a.id AND b.role = h.role);
END
$$;
-- Most people hold one role or two; more would make the planner shy of the set.
ALTER FUNCTION entente.held() ROWS 1;

-- The agreements of the person who asks: assigned on it, asked for a step of it in person, or holding a role whose scope
-- covers it and that no assignment on it gives to others. A view, so that asking for one looks at one only. It may name
-- an agreement more than once.
CREATE VIEW entente.seen_file AS
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
WHERE (SELECT x.person FROM entente.assignment x
        WHERE x.agreement = a.id AND x.role = h.role AND x.ended_at IS NULL LIMIT 1) IS NULL
    AND (SELECT b.role FROM barred b WHERE b.agreement = a.id AND b.role = h.role LIMIT 1) IS NULL
UNION ALL
SELECT w.agreement FROM entente.own_wide() w (agreement)
UNION ALL
SELECT x.agreement FROM me JOIN entente.assignment x ON x.person = me.id WHERE x.ended_at IS NULL AND x.role <> 'EXP'
UNION ALL
SELECT x.agreement FROM lent d
    JOIN entente.assignment x ON x.person = d.grantor AND x.role = d.role AND x.ended_at IS NULL AND x.role <> 'EXP'
    JOIN entente.agreement a ON a.id = x.agreement AND entente.covers(d.scope, a)
UNION ALL
SELECT t.agreement FROM entente.own_asks() t (agreement);

ALTER POLICY agreement_seen ON entente.agreement USING ((SELECT entente.sees_files())
    OR EXISTS (SELECT FROM entente.seen_file f WHERE f.id = agreement.id));
ALTER POLICY assignment_seen ON entente.assignment USING ((SELECT entente.sees_files())
    OR EXISTS (SELECT FROM entente.seen_file f WHERE f.id = assignment.agreement));
ALTER POLICY document_seen ON entente.document USING ((SELECT entente.sees_files())
    OR EXISTS (SELECT FROM entente.seen_file f WHERE f.id = document.agreement));
ALTER POLICY job_seen ON entente.job USING ((SELECT entente.sees_files())
    OR EXISTS (SELECT FROM entente.seen_file f WHERE f.id = job.agreement));
ALTER POLICY notice_seen ON entente.notice USING ((SELECT entente.sees_files())
    OR EXISTS (SELECT FROM entente.seen_file f WHERE f.id = notice.agreement));
ALTER POLICY process_seen ON entente.process USING ((SELECT entente.sees_files())
    OR EXISTS (SELECT FROM entente.seen_file f WHERE f.id = process.agreement));
ALTER POLICY task_seen ON entente.task USING ((SELECT entente.sees_files())
    OR EXISTS (SELECT FROM entente.seen_file f WHERE f.id = task.agreement));
ALTER POLICY timer_seen ON entente.timer USING ((SELECT entente.sees_files())
    OR EXISTS (SELECT FROM entente.seen_file f WHERE f.id = timer.agreement));
ALTER POLICY timer_trouble_seen ON entente.timer_trouble USING ((SELECT entente.sees_files())
    OR EXISTS (SELECT FROM entente.seen_file f WHERE f.id = timer_trouble.agreement));
-- The streams of agreements are named by their ids.
ALTER POLICY erasable_value_seen ON entente.erasable_value USING ((SELECT entente.sees_files())
    OR EXISTS (SELECT FROM entente.seen_file f
        WHERE f.id = CASE WHEN octet_length(erasable_value.stream) = 36 THEN erasable_value.stream::uuid END));
ALTER POLICY event_seen ON entente.event USING ((SELECT entente.sees_files())
    OR EXISTS (SELECT FROM entente.seen_file f
        WHERE f.id = CASE WHEN octet_length(event.stream) = 36 THEN event.stream::uuid END)
    OR stream IN (SELECT s.stream FROM entente.stream s WHERE EXISTS (SELECT FROM entente.held())));
DROP FUNCTION entente.seen();

-- The agreements in whose reference, numbers, unit, parties or acronym a pattern is found, as far as the person who asks
-- may see them. Behind row security no index could look for a pattern: its operators might tell what they compared.
CREATE FUNCTION entente.found(pattern text) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, pg_temp SET jit = off AS $$
BEGIN
    RETURN QUERY
    SELECT x.id FROM (
        SELECT a.id FROM entente.agreement a
        WHERE a.reference ILIKE pattern OR a.register_number ILIKE pattern OR a.unit ILIKE pattern
        UNION
        SELECT a.id FROM entente.organisation o JOIN entente.agreement a ON a.parties @> ARRAY[o.id]
        WHERE o.name ILIKE pattern
        UNION
        SELECT a.id FROM entente.erasable_value v JOIN entente.agreement a ON a.acronym = v.id
        WHERE jsonb_typeof(v.value) = 'string' AND octet_length(v.value::text) <= 80 AND v.value #>> '{}' ILIKE pattern) x
    WHERE (SELECT entente.sees_files()) OR EXISTS (SELECT FROM entente.seen_file f WHERE f.id = x.id);
END
$$;

-- The open steps that a person may do by grant, assignment or delegation now, the earliest due first, each with what a list
-- says of its file; as far as the person who asks may see the file, which is looked at once for each step.
CREATE FUNCTION entente.work_of(who uuid, most bigint) RETURNS TABLE (
        id uuid, agreement uuid, process text, state text, role text, narrowed_to text, opened_at timestamptz,
        due_at timestamptz, due_day date, reference text, instrument text, workflow text, version text, definition text,
        subject text, amount bigint, countries text[])
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, pg_temp SET jit = off AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH RECURSIVE clock AS MATERIALIZED (SELECT entente.now() AS now),
    own AS (
        SELECT g.role, g.scope FROM entente.role_grant g, clock
        WHERE g.person = who AND tstzrange(g.valid_from, g.valid_until) @> clock.now
        -- A delegation is worth what its grantor holds now.
        UNION SELECT d.role, CASE WHEN d.scope = '*' OR g.scope LIKE 'party:%' THEN g.scope ELSE d.scope END
        FROM entente.delegation d
            JOIN entente.role_grant g ON g.person = d.grantor AND g.role = d.role
            JOIN entente.person p ON p.id = d.grantor AND p.active
            CROSS JOIN clock
        WHERE d.grantee = who AND tstzrange(d.valid_from, d.valid_until) @> clock.now
            AND (d.revoked_at IS NULL OR d.revoked_at > clock.now)
            AND tstzrange(g.valid_from, g.valid_until) @> clock.now
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
        SELECT t.id FROM entente.assignment x
            JOIN entente.task t ON t.agreement = x.agreement AND t.role = x.role
        WHERE x.person = who AND x.ended_at IS NULL AND t.closed_seq IS NULL AND t.role_of = 'agreement'
        UNION ALL
        SELECT t.id FROM entente.task t
        WHERE t.closed_seq IS NULL AND t.role = ANY (ARRAY (SELECT h.role FROM held h)) AND CASE t.role_of
            WHEN 'agreement' THEN EXISTS (SELECT FROM held h WHERE h.role = t.role AND (h.scope = '*'
                    OR h.scope NOT LIKE 'party:%' AND EXISTS (SELECT FROM entente.agreement a
                        WHERE a.id = t.agreement AND entente.covers(h.scope, a))))
                AND NOT EXISTS (SELECT FROM entente.assignment x
                    WHERE x.agreement = t.agreement AND x.role = t.role AND x.ended_at IS NULL)
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

-- The live agreements in which something is due by an instant, those where it is due first at the head, as far as the person
-- who asks may see them.
CREATE FUNCTION entente.due_files(until timestamptz, most bigint) RETURNS TABLE (agreement uuid, due_at timestamptz)
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
    WHERE (SELECT entente.sees_files()) OR EXISTS (SELECT FROM entente.seen_file f WHERE f.id = d.agreement)
    ORDER BY d.due_at, d.agreement LIMIT most;
END
$$;

REVOKE ALL ON FUNCTION entente.sees_files(), entente.own_bars(), entente.own_asks(), entente.own_wide(), entente.found(text),
    entente.work_of(uuid, bigint), entente.due_files(timestamptz, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entente.sees_files(), entente.own_bars(), entente.own_asks(), entente.own_wide(), entente.found(text),
    entente.work_of(uuid, bigint), entente.due_files(timestamptz, bigint), entente.covers(text, entente.agreement), entente.delegated_to(uuid) TO entente_app;
GRANT SELECT ON entente.seen_file TO entente_app;

-- Why: the worklist offered acts that the file's legal status or its hold refuses, and the age of what waits on a date began anew
-- with every event: a step is told with both, and with whether a measure may concern its file; a file knows since when it is at
-- its stage.
-- Lock: the table of agreements is written anew under ACCESS EXCLUSIVE, and each of its rows once more to find the stage in the
-- events; how long that takes at 100,000 agreements was not measured.

ALTER TABLE entente.agreement
    -- Files of old definitions have no such variable.
    ADD COLUMN held boolean GENERATED ALWAYS AS (coalesce(snapshot #> '{variables,hold}' = 'true',
        jsonb_array_length(coalesce(snapshot #> '{doers,hold}', '[]'))
            > jsonb_array_length(coalesce(snapshot #> '{doers,release_hold}', '[]')))) STORED NOT NULL,
    ADD COLUMN staged_at timestamptz;

UPDATE entente.agreement a SET staged_at = coalesce((
    SELECT max(e.at) FROM entente.event e CROSS JOIN jsonb_array_elements(e.payload -> 'changes') c
    WHERE e.stream = a.id::text AND c #>> '{moved,path}' = 'life'
        AND c #> '{moved,movement,entered}' ? split_part(a.state[1], '.', 1)), a.started_at);

ALTER TABLE entente.agreement ALTER COLUMN staged_at SET NOT NULL;

-- What waits is counted from the index alone.
DROP INDEX entente.agreement_stage;
CREATE INDEX agreement_stage ON entente.agreement (id) INCLUDE (workflow, state, staged_at);

CREATE OR REPLACE FUNCTION entente.put_agreement(c jsonb) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
DECLARE
    a jsonb := c -> 'agreement';
    last_seal text := entente.seal_of(c ->> 'stream', (c -> 'agreement' ->> 'seq')::bigint);
    written integer;
BEGIN
    IF (c ->> 'expected_seq')::bigint = 0 THEN
        INSERT INTO entente.agreement (
            id, workflow, version, instrument, seq, revision, head_hash, head_seal, state, legal, reference,
            register_number, call, unit, itmo, parties, term_start, term_end, snapshot, started_at, updated_at,
            staged_at)
        SELECT
            r.id, r.workflow, r.version, r.instrument, r.seq, r.revision, r.head_hash, last_seal, r.state, r.legal,
            r.reference, r.register_number, r.call, r.unit, r.itmo, r.parties, r.term_start, r.term_end,
            r.snapshot::jsonb, (c -> 'events' -> 0 ->> 'at')::timestamptz, r.updated_at, r.updated_at
        FROM jsonb_to_record(a) AS r (
            id uuid, workflow text, version text, instrument text, seq bigint, revision bigint, head_hash text,
            state text[], legal text, reference text, register_number text, call uuid, unit text, itmo text,
            parties text[], term_start date, term_end date, snapshot text, updated_at timestamptz)
        ON CONFLICT (id) DO NOTHING;
    ELSE
        UPDATE entente.agreement SET
            workflow = r.workflow, version = r.version, instrument = r.instrument, seq = r.seq, revision = r.revision,
            head_hash = r.head_hash, head_seal = last_seal, state = r.state, legal = r.legal, reference = r.reference,
            register_number = r.register_number, call = r.call, unit = r.unit, itmo = r.itmo, parties = r.parties,
            term_start = r.term_start, term_end = r.term_end, snapshot = r.snapshot::jsonb, updated_at = r.updated_at,
            staged_at = CASE WHEN split_part(r.state[1], '.', 1) = split_part(entente.agreement.state[1], '.', 1)
                THEN entente.agreement.staged_at ELSE r.updated_at END
        FROM jsonb_to_record(a) AS r (
            id uuid, workflow text, version text, instrument text, seq bigint, revision bigint, head_hash text,
            state text[], legal text, reference text, register_number text, call uuid, unit text, itmo text,
            parties text[], term_start date, term_end date, snapshot text, updated_at timestamptz)
        WHERE entente.agreement.id = r.id;
    END IF;
    GET DIAGNOSTICS written = ROW_COUNT;
    RETURN written = 1;
END $$;

DROP FUNCTION entente.work_kinds_of(uuid, bigint);

CREATE FUNCTION entente.work_kinds_of(who uuid, most bigint) RETURNS TABLE (
    workflow text, version text, definition text, role text, state text,
    steps bigint, late bigint, blocked bigint, legal text, held boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 20
    SET search_path = pg_catalog, pg_temp
    SET jit = off
    SET plan_cache_mode = force_generic_plan
    AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT a.workflow, a.version, p.definition, t.role, t.state, count(*),
        count(*) FILTER (WHERE t.due_at < c.now), count(*) FILTER (WHERE a.blocked), a.legal, a.held
    FROM (SELECT entente.now() AS now) c CROSS JOIN entente.tasks_of(who, most) t
        JOIN entente.agreement a ON a.id = t.agreement
        JOIN entente.process p ON p.agreement = t.agreement AND p.path = t.process
    GROUP BY a.workflow, a.version, p.definition, t.role, t.state, a.legal, a.held
    ORDER BY min(t.due_at), min(t.opened_at);
END
$$;

REVOKE ALL ON FUNCTION entente.work_kinds_of(uuid, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entente.work_kinds_of(uuid, bigint) TO entente_app;

DROP FUNCTION entente.work_of(uuid, bigint);

CREATE FUNCTION entente.work_of(who uuid, most bigint) RETURNS TABLE (
    id uuid, agreement uuid, process text, state text, role text, narrowed_to text, opened_at timestamptz,
    due_at timestamptz, due_day date, reference text, instrument text,
    workflow text, version text, definition text, subject text, amount bigint, countries text[], blocked boolean,
    revised boolean, legal text, held boolean, measured boolean
)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100
    SET search_path = pg_catalog, pg_temp
    SET jit = off
    SET plan_cache_mode = force_generic_plan
    AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH measured AS MATERIALIZED (SELECT x.target FROM entente.measure x, (SELECT entente.now() AS now) c
        WHERE tstzrange(x.valid_from, x.valid_until) @> c.now)
    SELECT t.id, t.agreement, t.process, t.state, t.role, t.narrowed_to, t.opened_at, t.due_at, t.due_day, a.reference,
        a.instrument, a.workflow, a.version, p.definition,
        (SELECT v.value #>> '{}' FROM entente.erasable_value v WHERE v.id = a.acronym),
        (SELECT (v.value #>> '{}')::bigint FROM entente.erasable_value v
            WHERE v.id = a.budget AND jsonb_typeof(v.value) = 'number'),
        ARRAY (SELECT DISTINCT o.country FROM entente.organisation o WHERE o.id = ANY (a.parties) AND NOT o.home ORDER BY 1),
        a.blocked, (SELECT count(*) > 1 FROM entente.document d
            WHERE d.agreement = a.id AND d.kind = 'text' AND d.process IS NULL),
        a.legal, a.held, EXISTS (SELECT FROM measured m WHERE m.target = ANY (a.parties) OR EXISTS (
            SELECT FROM entente.organisation o WHERE o.id = ANY (a.parties) AND o.country = m.target))
    FROM entente.tasks_of(who, most) t
        JOIN entente.agreement a ON a.id = t.agreement
        JOIN entente.process p ON p.agreement = t.agreement AND p.path = t.process
    ORDER BY t.due_at NULLS LAST, t.opened_at, t.id;
END
$$;

REVOKE ALL ON FUNCTION entente.work_of(uuid, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entente.work_of(uuid, bigint) TO entente_app;

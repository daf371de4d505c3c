-- Why: an acronym is unique among live files; of two drafts of one name the first that is sent has it. A draft takes none, and a
-- name that was eliminated is nobody's. Two that are sent at once are told apart by a lock on the name until the first is recorded.
-- Lock: none: functions only.

-- The fields of a file whose value another live file, sent before, holds already; asked while nothing of it is in force. Whoever
-- chooses a name may know that it is taken, though not by whom.
CREATE FUNCTION entente.taken_names(file uuid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET jit = off AS $$
DECLARE
    name text;
BEGIN
    SELECT v.value #>> '{}' INTO name
    FROM entente.agreement a JOIN entente.erasable_value v ON v.id = a.acronym
    WHERE a.id = file AND a.legal = 'none' AND jsonb_typeof(v.value) = 'string';
    IF name IS NOT NULL AND EXISTS (
        SELECT FROM entente.erasable_value v
            JOIN entente.agreement a ON a.acronym = v.id
            JOIN entente.process p ON p.agreement = a.id AND p.path = 'life' AND p.status = 'active'
        WHERE jsonb_typeof(v.value) = 'string' AND octet_length(v.value::text) <= 100
            AND entente.folded(v.value #>> '{}') = entente.folded(name)
            AND a.legal <> 'ended' AND a.reference IS NOT NULL AND a.id <> file)
    THEN
        RETURN '["acronym"]';
    END IF;
    RETURN '[]';
END
$$;

REVOKE ALL ON FUNCTION entente.taken_names(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entente.taken_names(uuid) TO entente_engine, entente_app;

CREATE OR REPLACE FUNCTION entente.commit_batch(batch jsonb, witnessed boolean DEFAULT false) RETURNS TABLE(n integer, outcome text, answer jsonb)
    LANGUAGE plpgsql
    AS $$
DECLARE
    c jsonb;
    verdict entente.verdict;
    has_work boolean := false;
BEGIN
    PERFORM FROM entente.agreement a
    WHERE a.id IN (SELECT (x ->> 'stream')::uuid FROM jsonb_array_elements(batch) x) ORDER BY a.id FOR UPDATE;
    PERFORM FROM entente.person p
    WHERE p.id IN (
        SELECT (y ->> 'person')::uuid
        FROM jsonb_array_elements(batch) x, jsonb_array_elements(x -> 'authority') y) ORDER BY p.id FOR SHARE;
    PERFORM FROM entente.counter k
    WHERE k.series IN (
        SELECT y ->> 'series'
        FROM jsonb_array_elements(batch) x, jsonb_array_elements(x -> 'numbers') y) ORDER BY k.series FOR UPDATE;
    PERFORM pg_advisory_xact_lock(k.name) FROM (
        SELECT DISTINCT hashtextextended('entente.acronym/' || entente.folded(v.value #>> '{}'), 0) AS name
        FROM jsonb_array_elements(batch) x
            JOIN entente.agreement a ON a.id = (x ->> 'stream')::uuid
            JOIN entente.erasable_value v ON v.id = a.acronym
        WHERE x -> 'claims_name' = 'true' AND jsonb_typeof(v.value) = 'string' ORDER BY 1) k;
    IF witnessed THEN PERFORM pg_logical_emit_message(true, 'entente', 'witness'); END IF;
    FOR n, c IN SELECT o.ordinality, o.value FROM jsonb_array_elements(batch) WITH ORDINALITY o LOOP
        verdict := entente.commit_one(c);
        outcome := verdict.outcome;
        answer := verdict.answer;
        has_work := has_work OR verdict.outcome = 'committed';
        RETURN NEXT;
    END LOOP;
    IF has_work THEN PERFORM pg_notify('entente_work', ''); END IF;
END $$;

CREATE OR REPLACE FUNCTION entente.commit_one(c jsonb) RETURNS entente.verdict
    LANGUAGE plpgsql
    AS $$
DECLARE
    agreement_id uuid := (c ->> 'stream')::uuid;
    request jsonb := nullif(c -> 'request', 'null'::jsonb);
    verdict entente.verdict;
    head entente.agreement;
    breached text;
BEGIN
    verdict := entente.earlier_answer(request);
    IF verdict.outcome IS NOT NULL THEN RETURN verdict; END IF;
    -- Read before it is asked whether the command is fresh: who begins the same file meanwhile makes this one stale.
    SELECT * INTO head FROM entente.agreement WHERE id = agreement_id;
    IF NOT entente.is_fresh(c) THEN RETURN ROW('stale', NULL)::entente.verdict; END IF;
    IF c -> 'claims_name' = 'true' AND entente.taken_names(agreement_id) <> '[]' THEN
        RETURN ROW('stale', NULL)::entente.verdict;
    END IF;
    IF request IS NOT NULL AND c -> 'answer' <> 'null'::jsonb THEN
        INSERT INTO entente.request (actor, id, fingerprint, answer, stream, seq)
        VALUES (request ->> 'actor', request ->> 'id', request ->> 'fingerprint', c -> 'answer', agreement_id::text,
            (c -> 'answer' ->> 'seq')::bigint);
    END IF;
    IF jsonb_array_length(c -> 'events') > 0 THEN
        INSERT INTO entente.counter AS k (series, value)
        SELECT x.series, max(x.number)
        FROM jsonb_to_recordset(c -> 'numbers') AS x (series text, number integer) GROUP BY x.series
        ON CONFLICT (series) DO UPDATE SET value = excluded.value WHERE k.value < excluded.value;
        PERFORM entente.append_events(
            c -> 'events', coalesce(head.seq, 0), coalesce(head.head_hash, c ->> 'genesis'), head.updated_at);
        IF NOT entente.put_agreement(c) THEN RAISE unique_violation USING CONSTRAINT = 'agreement_pkey'; END IF;
        PERFORM entente.put_projections(c, agreement_id);
        PERFORM entente.put_values(c, agreement_id);
        PERFORM entente.put_notices(c, agreement_id);
    END IF;
    RETURN ROW('committed', NULL)::entente.verdict;
EXCEPTION WHEN unique_violation THEN
    -- Another transaction took the same request, agreement or number between the checks and the writes.
    GET STACKED DIAGNOSTICS breached = CONSTRAINT_NAME;
    IF breached NOT IN (
        'request_pkey', 'agreement_pkey', 'event_pkey', 'agreement_reference_key', 'agreement_register_number_key',
        'counter_pkey')
    THEN
        RAISE;
    END IF;
    verdict := entente.earlier_answer(request);
    IF verdict.outcome IS NOT NULL THEN RETURN verdict; END IF;
    RETURN ROW('stale', NULL)::entente.verdict;
END $$;

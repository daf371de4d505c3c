-- Why: each seal holds the seal before it, and each stream keeps the last one, so that an edited transaction number shows
-- even where its own seal was written anew with it. No change of an event passes while a replica or a restore applies rows.
-- Lock: ACCESS EXCLUSIVE on event while each row gets its new seal (2,526 of them took less than a second), on agreement and
-- stream
-- while each row gets the last seal of its stream.

CREATE FUNCTION entente.event_seal(hash text, xid xid8, seal_before text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT encode(sha256(convert_to(hash || '/' || xid::text || '/' || coalesce(seal_before, ''), 'UTF8')), 'hex')
$$;

-- With the owner's rights: the seal before an event is read whatever its writer may see.
CREATE FUNCTION entente.seal_of(stream text, seq bigint) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT e.seal FROM entente.event e WHERE e.stream = $1 AND e.seq = $2
$$;

-- Volatile, so that it sees the events that the same statement has written before.
CREATE OR REPLACE FUNCTION entente.seal_event() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.seal := entente.event_seal(NEW.hash, NEW.xid, (
        SELECT e.seal FROM entente.event e WHERE e.stream = NEW.stream AND e.seq = NEW.seq - 1));
    RETURN NEW;
END $$;

ALTER TABLE entente.event DISABLE TRIGGER event_append_only;
DO $$
DECLARE
    e record;
    last_stream text := '';
    last_seal text;
BEGIN
    FOR e IN SELECT r.stream, r.seq, r.hash, r.xid FROM entente.event r ORDER BY r.stream, r.seq LOOP
        last_seal := entente.event_seal(e.hash, e.xid, CASE WHEN e.stream = last_stream THEN last_seal END);
        last_stream := e.stream;
        UPDATE entente.event r SET seal = last_seal WHERE r.stream = e.stream AND r.seq = e.seq;
    END LOOP;
END $$;
ALTER TABLE entente.event ENABLE ALWAYS TRIGGER event_append_only;
DROP FUNCTION entente.event_seal(text, xid8);

ALTER TABLE entente.agreement ADD COLUMN head_seal text;
ALTER TABLE entente.stream ADD COLUMN head_seal text;
UPDATE entente.agreement a SET head_seal = entente.seal_of(a.id::text, a.seq);
UPDATE entente.stream s SET head_seal = entente.seal_of(s.stream, s.seq);

CREATE OR REPLACE FUNCTION entente.put_agreement(c jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    a jsonb := c -> 'agreement';
    last_seal text := entente.seal_of(c ->> 'stream', (c -> 'agreement' ->> 'seq')::bigint);
    written integer;
BEGIN
    IF (c ->> 'expected_seq')::bigint = 0 THEN
        INSERT INTO entente.agreement (
            id, workflow, version, instrument, seq, revision, head_hash, head_seal, state, legal, reference,
            register_number, call, unit, itmo, parties, term_start, term_end, snapshot, started_at, updated_at)
        SELECT
            r.id, r.workflow, r.version, r.instrument, r.seq, r.revision, r.head_hash, last_seal, r.state, r.legal,
            r.reference, r.register_number, r.call, r.unit, r.itmo, r.parties, r.term_start, r.term_end,
            r.snapshot::jsonb, (c -> 'events' -> 0 ->> 'at')::timestamptz, r.updated_at
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
            term_start = r.term_start, term_end = r.term_end, snapshot = r.snapshot::jsonb, updated_at = r.updated_at
        FROM jsonb_to_record(a) AS r (
            id uuid, workflow text, version text, instrument text, seq bigint, revision bigint, head_hash text,
            state text[], legal text, reference text, register_number text, call uuid, unit text, itmo text,
            parties text[], term_start date, term_end date, snapshot text, updated_at timestamptz)
        WHERE entente.agreement.id = r.id;
    END IF;
    GET DIAGNOSTICS written = ROW_COUNT;
    RETURN written = 1;
END $$;

-- As before, but for the order: the events first, whose last seal the agreement keeps.
CREATE OR REPLACE FUNCTION entente.commit_one(c jsonb) RETURNS entente.verdict LANGUAGE plpgsql AS $$
DECLARE
    agreement_id uuid := (c ->> 'stream')::uuid;
    request jsonb := nullif(c -> 'request', 'null'::jsonb);
    verdict entente.verdict;
    head entente.agreement;
    breached text;
BEGIN
    verdict := entente.earlier_answer(request);
    IF verdict.outcome IS NOT NULL THEN RETURN verdict; END IF;
    IF NOT entente.is_fresh(c) THEN RETURN ROW('stale', NULL)::entente.verdict; END IF;
    SELECT * INTO head FROM entente.agreement WHERE id = agreement_id;
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

REVOKE ALL ON FUNCTION entente.event_seal(text, xid8, text), entente.seal_of(text, bigint), entente.seal_event() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entente.event_seal(text, xid8, text), entente.seal_of(text, bigint) TO entente_engine;

-- Why: of a closed file, erasable values and the bytes of documents can be eliminated, by an event that names them.
-- Lock: none, functions only.

-- The erasable rows of an agreement by id, and those that tell of earlier eliminations.
CREATE FUNCTION entente.erasable(agreement_id uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
    WITH v AS (SELECT id, value FROM entente.erasable_value WHERE stream = agreement_id::text),
        d AS (SELECT id, eliminated_at FROM entente.document WHERE agreement = agreement_id),
        e AS (SELECT payload FROM entente.event
            WHERE stream = agreement_id::text AND type = 'values_eliminated')
    SELECT jsonb_build_object(
        'values', (SELECT coalesce(jsonb_agg(id), '[]') FROM v WHERE value IS NOT NULL),
        'goneValues', (SELECT coalesce(jsonb_agg(id), '[]') FROM v WHERE value IS NULL),
        'documents', (SELECT coalesce(jsonb_agg(id), '[]') FROM d WHERE eliminated_at IS NULL),
        'goneDocuments', (SELECT coalesce(jsonb_agg(id), '[]') FROM d WHERE eliminated_at IS NOT NULL),
        'accountValues', (SELECT coalesce(jsonb_agg(payload -> 'input' -> 'reason' -> 'value'), '[]') FROM e
            WHERE payload -> 'input' -> 'reason' ->> 'value' IS NOT NULL),
        'accountDocuments', (SELECT coalesce(jsonb_agg(payload -> 'recorded' -> 'document'), '[]') FROM e
            WHERE payload -> 'recorded' ->> 'document' IS NOT NULL))
$$;

-- Deletes what one recorded event names, and nothing else: whoever may call it can eliminate nothing without an event
-- in the agreement's chain. It runs with the owner's rights, so that no serving role needs any on these columns.
CREATE FUNCTION entente.eliminate(agreement_id uuid, event_seq bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    named jsonb;
    instant timestamptz;
BEGIN
    SELECT e.at, (
            SELECT jsonb_agg(c -> 'eliminated') FROM jsonb_array_elements(e.payload -> 'changes') c
            WHERE c ? 'eliminated')
    INTO instant, named
    FROM entente.event e
    WHERE e.stream = agreement_id::text AND e.seq = event_seq AND e.type = 'values_eliminated';
    UPDATE entente.erasable_value v SET salt = NULL, value = NULL, eliminated_at = instant
    FROM jsonb_array_elements(named) c, jsonb_array_elements_text(c -> 'values') x
    WHERE v.id = x::uuid AND v.stream = agreement_id::text AND v.eliminated_at IS NULL;
    UPDATE entente.document d SET file_name = NULL, salt = NULL, bytes = NULL, eliminated_at = instant
    FROM jsonb_array_elements(named) c, jsonb_array_elements_text(c -> 'documents') x
    WHERE d.id = x::uuid AND d.agreement = agreement_id AND d.eliminated_at IS NULL;
END $$;

CREATE OR REPLACE FUNCTION entente.put_values(c jsonb, agreement_id uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO entente.erasable_value (id, stream, salt, value)
    SELECT v.id, agreement_id::text, decode(v.salt, 'base64'), v.value
    FROM jsonb_to_recordset(c -> 'values') AS v (id uuid, salt text, value jsonb);

    INSERT INTO entente.document (
        id, agreement, seq, kind, version, language, size, sha256, salted_hash, added_at, file_name, salt, bytes)
    SELECT
        d.id, agreement_id, d.seq, d.kind, d.version, d.language, d.size, d.sha256, d.salted_hash, d.added_at,
        d.file_name, decode(d.salt, 'base64'), decode(d.bytes, 'base64')
    FROM jsonb_to_recordset(c -> 'documents') AS d (
        id uuid, seq bigint, kind text, version integer, language text, size integer, sha256 text, salted_hash text,
        added_at timestamptz, file_name text, salt text, bytes text);

    PERFORM entente.eliminate(agreement_id, e.seq)
    FROM jsonb_to_recordset(c -> 'events') AS e (seq bigint, type text) WHERE e.type = 'values_eliminated';
END $$;

REVOKE ALL ON FUNCTION entente.erasable(uuid), entente.eliminate(uuid, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entente.erasable(uuid), entente.eliminate(uuid, bigint) TO entente_engine;

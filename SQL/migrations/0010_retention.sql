-- Why: periods of retention are reference data; the reason of a visa stays when what it names goes; mails that were kept
-- long enough lose their texts and addresses, by an event of the register.
-- Lock: brief ACCESS EXCLUSIVE on reference (its check reads a few hundred rows) and on notice for a column without a
-- default; no rewrite. Functions are replaced.

ALTER TABLE entente.reference
    ADD COLUMN details jsonb,
    DROP CONSTRAINT reference_list_check,
    ADD CONSTRAINT reference_list_check CHECK (list IN ('country', 'region', 'itmo', 'instrument', 'retention')),
    ADD CONSTRAINT reference_details CHECK ((list = 'retention') = (details IS NOT NULL));

CREATE OR REPLACE FUNCTION entente.erasable(agreement_id uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
    WITH v AS (SELECT id, value FROM entente.erasable_value WHERE stream = agreement_id::text),
        d AS (SELECT id, eliminated_at FROM entente.document WHERE agreement = agreement_id),
        e AS (SELECT payload FROM entente.event
            WHERE stream = agreement_id::text AND type IN ('values_eliminated', 'elimination_approved'))
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

-- When texts and addresses were deleted; the row stays, so that what was owed, to whom and when can be told for ever.
ALTER TABLE entente.notice ADD COLUMN eliminated_at timestamptz;

-- Whether a legal hold lies on an agreement: as `Agreement.isHeld` says.
CREATE FUNCTION entente.is_held(snapshot jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(
        snapshot -> 'variables' -> 'hold' <> 'false'::jsonb,
        jsonb_array_length(coalesce(snapshot -> 'doers' -> 'hold', '[]'))
            > jsonb_array_length(coalesce(snapshot -> 'doers' -> 'release_hold', '[]')))
$$;

-- The mails before an instant that nobody needs any more: settled, or seen by the office; of files without a hold.
CREATE FUNCTION entente.expired_mails(before timestamptz) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    SELECT n.id FROM entente.notice n JOIN entente.agreement a ON a.id = n.agreement
    WHERE n.created_at < before AND n.eliminated_at IS NULL AND NOT entente.is_held(a.snapshot)
        AND (n.status IN ('accepted', 'withdrawn') OR n.acknowledged_at IS NOT NULL)
$$;

-- Deletes what one recorded event of the register says, and nothing else; with the owner's rights, as `eliminate`.
CREATE FUNCTION entente.eliminate_mails(event_seq bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    instant timestamptz;
    before timestamptz;
BEGIN
    SELECT e.at, (e.payload -> 'register' -> 'mailsEliminated' ->> 'before')::timestamptz INTO instant, before
    FROM entente.event e
    WHERE e.stream = 'register' AND e.seq = event_seq AND e.type = 'mails.eliminated';
    UPDATE entente.notice n SET
        to_name = '', to_address = '', subject = '', text = '', html = '',
        verdicts = (SELECT coalesce(jsonb_agg(v || '{"address": "", "reply": ""}'), '[]')
            FROM jsonb_array_elements(n.verdicts) v),
        acknowledged_because = CASE WHEN n.acknowledged_at IS NOT NULL THEN '' END, eliminated_at = instant
    WHERE n.id IN (SELECT entente.expired_mails(before));
    UPDATE entente.job j SET recipient = NULL
    FROM entente.notice n
    WHERE n.eliminated_at = instant AND j.kind = 'mail' AND j.key = n.id::text;
END $$;

REVOKE ALL ON FUNCTION entente.is_held(jsonb), entente.expired_mails(timestamptz), entente.eliminate_mails(bigint)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entente.is_held(jsonb), entente.expired_mails(timestamptz) TO entente_app, entente_engine;
GRANT EXECUTE ON FUNCTION entente.eliminate_mails(bigint) TO entente_engine;

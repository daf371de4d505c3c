-- Why: reference data are dated rows; a notice that could not be delivered is acknowledged by somebody; a timer whose
-- consequence is impossible is seen, and tried again at growing intervals.
-- Lock: brief ACCESS EXCLUSIVE on notice for columns without a default; no rewrite, no scan. Functions are replaced.

-- Countries, regions, ITMOs, instruments. A row holds from its first day (null: ever since) to the day before
-- `valid_until` (null: it still holds). Loading closes rows and opens others; it never deletes, nor edits what a row says.
CREATE TABLE entente.reference (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    list text NOT NULL CHECK (list IN ('country', 'region', 'itmo', 'instrument')),
    code text NOT NULL CHECK (char_length(code) BETWEEN 1 AND 16),
    -- Of a region: the country that belongs to it.
    member text CHECK (member ~ '^[A-Z]{2}$'),
    -- Of a country: ISO 3166-1 alpha-3.
    alpha3 text CHECK (alpha3 ~ '^[A-Z]{3}$'),
    name_fr text NOT NULL,
    name_en text NOT NULL,
    -- The codes that took the place of one that has ended.
    successors text[] NOT NULL DEFAULT '{}',
    valid_from date,
    valid_until date,
    loaded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT reference_dates CHECK (valid_until >= valid_from),
    CONSTRAINT reference_member CHECK ((list = 'region') = (member IS NOT NULL))
);
CREATE UNIQUE INDEX reference_open ON entente.reference (list, code, member) NULLS NOT DISTINCT
    WHERE valid_until IS NULL;
CREATE INDEX reference_member_of ON entente.reference (member) WHERE list = 'region';

CREATE TRIGGER reference_kept BEFORE DELETE OR TRUNCATE ON entente.reference
    FOR EACH STATEMENT EXECUTE FUNCTION entente.refuse_change();

-- Each loading that changed something, and the hash of what it read: the next one sees whether anything is new.
CREATE TABLE entente.reference_load (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- The legal day as of which rows were closed and opened.
    day date NOT NULL,
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    opened integer NOT NULL CHECK (opened >= 0),
    closed integer NOT NULL CHECK (closed >= 0)
);

CREATE FUNCTION entente.country_json(r entente.reference) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object(
        'code', r.code, 'alpha3', r.alpha3, 'name', jsonb_build_object('fr', r.name_fr, 'en', r.name_en),
        'successors', r.successors, 'from', r.valid_from, 'until', r.valid_until))
$$;

-- Notices that were refused --------------------------------------------------------------------------------------------

-- Who saw that a notice did not arrive, and did what had to be done. Free text: erasable, in no event.
ALTER TABLE entente.notice
    ADD COLUMN acknowledged_at timestamptz,
    ADD COLUMN acknowledged_by text,
    ADD COLUMN acknowledged_because text;
ALTER TABLE entente.notice ADD CONSTRAINT notice_acknowledged CHECK (
    (acknowledged_at IS NULL) = (acknowledged_because IS NULL)
    AND (acknowledged_at IS NULL) = (acknowledged_by IS NULL)) NOT VALID;
CREATE INDEX notice_refused ON entente.notice (created_at)
    WHERE status IN ('bounced', 'failed') AND acknowledged_at IS NULL;

CREATE OR REPLACE VIEW audit_v1.notice AS
SELECT
    n.id, n.agreement AS agreement_id, n.event_seq, n.notice, n.recipient, n.to_address, n.copy, n.process,
    n.state AS of_state, n.entry_seq, n.occurrence, n.message_id, n.status, n.verdicts, n.acknowledged_at,
    n.acknowledged_by
FROM entente.notice n;

-- Timers that cannot be served -----------------------------------------------------------------------------------------

-- A note of the runner's, not a fact: it counts only while its timer is armed. Machine time.
CREATE TABLE entente.timer_trouble (
    timer uuid PRIMARY KEY REFERENCES entente.timer,
    agreement uuid NOT NULL REFERENCES entente.agreement,
    code text NOT NULL,
    cause_fr text NOT NULL,
    cause_en text NOT NULL,
    rule text,
    attempts integer NOT NULL DEFAULT 1 CHECK (attempts >= 1),
    since timestamptz NOT NULL DEFAULT clock_timestamp(),
    retry_at timestamptz NOT NULL
);
CREATE INDEX timer_trouble_agreement ON entente.timer_trouble (agreement);

-- The facts that a change of the register reads. `q`: people, grant, delegation, call, country.
CREATE OR REPLACE FUNCTION entente.register_facts(q jsonb) RETURNS jsonb LANGUAGE sql STABLE AS $$
    WITH wanted AS (SELECT x::uuid AS id FROM jsonb_array_elements_text(q -> 'people') x)
    SELECT jsonb_build_object(
        'now', entente.instant_text(entente.now()),
        'institution', (SELECT jsonb_build_object('id', i.id, 'zone', i.zone, 'calendar', i.calendar)
            FROM entente.institution i),
        'people', (SELECT jsonb_agg(jsonb_build_object(
                'id', p.id, 'active', p.active, 'organisation', p.organisation, 'unit', p.unit,
                'language', p.language, 'name', p.name, 'email', p.email, 'os_user', p.os_user))
            FROM entente.person p WHERE p.id IN (SELECT id FROM wanted)),
        'grants', (SELECT jsonb_agg(entente.grant_json(g) ORDER BY g.seq) FROM entente.role_grant g
            WHERE g.person IN (SELECT id FROM wanted) OR g.id = (q ->> 'grant')::uuid),
        'delegations', (SELECT jsonb_agg(entente.delegation_json(d) ORDER BY d.seq) FROM entente.delegation d
            WHERE d.grantor IN (SELECT id FROM wanted) OR d.grantee IN (SELECT id FROM wanted)
                OR d.id = (q ->> 'delegation')::uuid),
        'organisations', (SELECT jsonb_agg(entente.organisation_json(o)) FROM entente.organisation o),
        'measures', (SELECT jsonb_agg(entente.measure_json(m) ORDER BY m.seq) FROM entente.measure m),
        'calls', (SELECT jsonb_agg(entente.call_json(k, s)) FROM entente.call k
            JOIN entente.stream s ON s.stream = k.id::text WHERE k.id = (q ->> 'call')::uuid),
        'countries', CASE WHEN q ->> 'country' IS NOT NULL THEN
            (SELECT jsonb_agg(entente.country_json(r) ORDER BY r.id) FROM entente.reference r WHERE r.list = 'country')
            END)
$$;

-- Rights ---------------------------------------------------------------------------------------------------------------

REVOKE ALL ON FUNCTION entente.country_json(entente.reference) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entente.country_json(entente.reference) TO entente_engine, entente_app;
GRANT SELECT ON entente.reference, entente.reference_load, entente.timer_trouble
    TO entente_app, entente_engine, entente_worker;
GRANT INSERT ON entente.reference, entente.reference_load TO entente_engine;
GRANT UPDATE (valid_until) ON entente.reference TO entente_engine;
GRANT UPDATE (acknowledged_at, acknowledged_by, acknowledged_because) ON entente.notice TO entente_worker;
GRANT INSERT, UPDATE ON entente.timer_trouble TO entente_worker;

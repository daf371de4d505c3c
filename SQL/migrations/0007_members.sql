-- Why: parties, laboratories and assignments come and go, agreements cite one another, texts and signatures belong to a
-- process, and measures have exemptions.
-- Lock: brief ACCESS EXCLUSIVE on measure and assignment (no rewrite); one UPDATE of every agreement.

ALTER TABLE entente.measure ADD COLUMN exempt text[];

ALTER TABLE entente.assignment ADD COLUMN ended_seq bigint, ADD COLUMN ended_at timestamptz;
GRANT UPDATE (ended_seq, ended_at) ON entente.assignment TO entente_engine;

CREATE OR REPLACE VIEW audit_v1."grant" AS
SELECT
    g.person::text AS actor, g.role, i.id AS tenant,
    CASE WHEN g.scope LIKE 'agreement:%' THEN substr(g.scope, 11)::uuid END AS agreement_id,
    tstzrange(g.valid_from, g.valid_until) AS valid, g.scope
FROM entente.role_grant g CROSS JOIN entente.institution i
UNION ALL
SELECT x.person::text, x.role, i.id, x.agreement, tstzrange(x.at, x.ended_at), 'agreement:' || x.agreement
FROM entente.assignment x CROSS JOIN entente.institution i;

UPDATE entente.agreement SET snapshot = '{"formerParties": [], "labs": [], "cites": []}'::jsonb || snapshot;

-- Versions are counted in the agreement, and in each process that has a text of its own.
ALTER TABLE entente.document ADD COLUMN process text;
ALTER TABLE entente.document DROP CONSTRAINT document_agreement_kind_version_key;
CREATE UNIQUE INDEX document_version ON entente.document (agreement, kind, coalesce(process, ''), version);

-- Who cites an agreement.
CREATE INDEX agreement_cites ON entente.agreement USING gin ((snapshot -> 'cites'));

CREATE OR REPLACE FUNCTION entente.measure_json(m entente.measure) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object(
        'id', m.id, 'target', m.target, 'kind', m.kind, 'from', entente.instant_text(m.valid_from),
        'until', entente.instant_text(m.valid_until), 'legalReference', m.legal_reference, 'exempt', m.exempt))
$$;

CREATE OR REPLACE FUNCTION entente.put_projections(c jsonb, agreement_id uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO entente.process (agreement, path, definition, status, state, outcome)
    SELECT agreement_id, p.path, p.definition, p.status, p.state, p.outcome
    FROM jsonb_to_recordset(c -> 'processes') AS p (path text, definition text, status text, state text[], outcome text)
    ON CONFLICT (agreement, path) DO UPDATE SET
        definition = excluded.definition, status = excluded.status, state = excluded.state, outcome = excluded.outcome;

    INSERT INTO entente.assignment (agreement, role, person, seq, at)
    SELECT agreement_id, x.role, x.person, x.seq, x.at
    FROM jsonb_to_recordset(c -> 'assignments') AS x (role text, person uuid, seq bigint, at timestamptz)
    ON CONFLICT DO NOTHING;

    UPDATE entente.assignment x SET ended_seq = r.seq, ended_at = r.at
    FROM jsonb_to_recordset(coalesce(c -> 'assignments_ended', '[]')) AS r (role text, seq bigint, at timestamptz)
    WHERE x.agreement = agreement_id AND x.role = r.role AND x.seq < r.seq AND x.ended_seq IS NULL;

    INSERT INTO entente.task (
        id, agreement, process, state, role, role_of, narrowed_to, opened_seq, opened_at, due_at, due_day)
    SELECT
        t.id, agreement_id, t.process, t.state, t.role, t.role_of, t.narrowed_to, t.opened_seq, t.opened_at, t.due_at,
        t.due_day
    FROM jsonb_to_recordset(c -> 'tasks_opened') AS t (
        id uuid, process text, state text, role text, role_of text, narrowed_to text, opened_seq bigint,
        opened_at timestamptz, due_at timestamptz, due_day date);
    UPDATE entente.task SET closed_seq = t.seq, closed_at = t.at
    FROM jsonb_to_recordset(c -> 'tasks_closed') AS t (id uuid, seq bigint, at timestamptz)
    WHERE entente.task.id = t.id AND entente.task.agreement = agreement_id;

    INSERT INTO entente.timer (
        id, agreement, process, state, entry_seq, name, due_at, document_order, reminder, armed_seq)
    SELECT
        t.id, agreement_id, t.process, t.state, t.entry_seq, t.name, t.due_at, t.document_order, t.reminder, t.armed_seq
    FROM jsonb_to_recordset(c -> 'timers_armed') AS t (
        id uuid, process text, state text, entry_seq bigint, name text, due_at timestamptz, document_order bigint,
        reminder boolean, armed_seq bigint);
    UPDATE entente.timer SET status = t.status, closed_seq = t.seq
    FROM jsonb_to_recordset(c -> 'timers_closed') AS t (id uuid, seq bigint, status text)
    WHERE entente.timer.id = t.id AND entente.timer.agreement = agreement_id;

    INSERT INTO entente.job (kind, key, payload)
    SELECT 'tell', format('%s/%s/%s', agreement_id, t.seq, t.event), jsonb_build_object(
        'event', t.event, 'citing', agreement_id, 'stream', agreement_id, 'seq', t.seq)::text
    FROM jsonb_to_recordset(coalesce(c -> 'tellings', '[]')) AS t (event text, seq bigint);
END $$;

CREATE OR REPLACE FUNCTION entente.put_values(c jsonb, agreement_id uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO entente.erasable_value (id, stream, salt, value)
    SELECT v.id, agreement_id::text, decode(v.salt, 'base64'), v.value
    FROM jsonb_to_recordset(c -> 'values') AS v (id uuid, salt text, value jsonb);

    INSERT INTO entente.document (
        id, agreement, seq, kind, process, version, language, size, sha256, salted_hash, added_at, file_name, salt, bytes)
    SELECT
        d.id, agreement_id, d.seq, d.kind, d.process, d.version, d.language, d.size, d.sha256, d.salted_hash, d.added_at,
        d.file_name, decode(d.salt, 'base64'), decode(d.bytes, 'base64')
    FROM jsonb_to_recordset(c -> 'documents') AS d (
        id uuid, seq bigint, kind text, process text, version integer, language text, size integer, sha256 text, salted_hash text,
        added_at timestamptz, file_name text, salt text, bytes text);
END $$;

CREATE OR REPLACE FUNCTION entente.snapshot(q jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
    a entente.agreement;
    scopes text[];
    wanted uuid[];
    answer jsonb;
BEGIN
    SELECT * INTO a FROM entente.agreement WHERE id = (q ->> 'agreement')::uuid;
    SELECT array_agg(s) INTO scopes FROM (
        SELECT '*' UNION ALL SELECT 'agreement:' || (q ->> 'agreement')
        UNION ALL SELECT 'unit:' || u FROM unnest(ARRAY[a.unit, q ->> 'unit']) u WHERE u IS NOT NULL
        UNION ALL SELECT 'itmo:' || i FROM unnest(ARRAY[a.itmo, q ->> 'itmo']) i WHERE i IS NOT NULL
        UNION ALL SELECT 'party:' || p FROM unnest(a.parties) p
        UNION ALL SELECT 'party:' || p FROM jsonb_array_elements_text(q -> 'parties') p
        -- Bodies that are about to join have no other trace than the processes that are about them.
        UNION ALL SELECT 'party:' || (p #>> '{}') FROM jsonb_path_query(a.snapshot, 'lax $.processes.*.item.**.id') p
        UNION ALL SELECT DISTINCT scope FROM entente.role_grant WHERE scope LIKE 'instrument:%'
        UNION ALL SELECT DISTINCT scope FROM entente.delegation WHERE scope LIKE 'instrument:%') AS t (s);
    SELECT array_agg(DISTINCT x) INTO wanted FROM (
        SELECT person FROM entente.role_grant WHERE scope = ANY (scopes)
        UNION ALL SELECT unnest(ARRAY[grantor, grantee]) FROM entente.delegation WHERE scope = ANY (scopes)
        UNION ALL SELECT p::uuid FROM jsonb_array_elements_text(q -> 'people') p
        UNION ALL SELECT p::uuid FROM jsonb_array_elements_text(q -> 'named') p
        UNION ALL SELECT * FROM entente.named_people(a.snapshot) WHERE a.id IS NOT NULL) AS t (x);
    SELECT to_jsonb(v) INTO answer FROM entente.earlier_answer(nullif(q -> 'request', 'null'::jsonb)) v;
    RETURN jsonb_build_object(
        'now', entente.instant_text(greatest(entente.now(), a.updated_at)),
        'institution', (SELECT jsonb_build_object('id', i.id, 'zone', i.zone, 'calendar', i.calendar)
            FROM entente.institution i),
        'agreement', a.snapshot, 'answer', answer,
        'people', (SELECT jsonb_agg(jsonb_build_object(
                'id', p.id, 'active', p.active, 'organisation', p.organisation, 'unit', p.unit,
                'language', p.language, 'name', p.name, 'email', p.email, 'os_user', p.os_user))
            FROM entente.person p WHERE p.id = ANY (wanted)),
        'authority', (SELECT jsonb_object_agg(p.id, p.authority)
            FROM entente.person p WHERE p.id IN (SELECT x::uuid FROM jsonb_array_elements_text(q -> 'people') x)),
        'grants', (SELECT jsonb_agg(entente.grant_json(g) ORDER BY g.seq)
            FROM entente.role_grant g WHERE g.scope = ANY (scopes)),
        'delegations', (SELECT jsonb_agg(entente.delegation_json(d) ORDER BY d.seq)
            FROM entente.delegation d WHERE d.scope = ANY (scopes)),
        'organisations', (SELECT jsonb_agg(entente.organisation_json(o)) FROM entente.organisation o
            WHERE o.id = ANY (a.parties) OR o.home
                OR o.id IN (SELECT x FROM jsonb_array_elements_text(q -> 'parties') x)),
        'measures', (SELECT jsonb_agg(entente.measure_json(m) ORDER BY m.seq) FROM entente.measure m),
        'calls', (SELECT jsonb_agg(entente.call_json(k, s)) FROM entente.call k
            JOIN entente.stream s ON s.stream = k.id::text
            WHERE k.id = a.call OR k.id = (q ->> 'call')::uuid OR k.closes_at >= entente.now()),
        'cited', (SELECT jsonb_object_agg(x.id, jsonb_build_object(
                'legal', x.legal,
                'isClosed', coalesce(x.snapshot #> '{variables,closedToCitation}' = 'true', false)))
            FROM entente.agreement x
            WHERE x.id IN (SELECT y::uuid FROM jsonb_array_elements_text(q -> 'cites') y)),
        'counters', (SELECT jsonb_object_agg(k.series, k.value) FROM entente.counter k
            WHERE a.id IS NULL OR k.series LIKE 'register-%' OR starts_with(k.series, a.instrument || '-')),
        'dossier', (SELECT jsonb_object_agg(f.key, v.value)
            FROM jsonb_each(a.snapshot -> 'dossier') f
            JOIN entente.erasable_value v ON v.id = (f.value ->> 'id')::uuid AND v.value IS NOT NULL));
END $$;

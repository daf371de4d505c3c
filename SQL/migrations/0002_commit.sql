-- Why: one decision, or a batch of them, is recorded by one statement; one snapshot is read by one statement.
-- Lock: none, functions only.

-- RFC 3339 in UTC with three digits of fraction: the text form of `at` in hashed events.
CREATE FUNCTION entente.instant_text(instant timestamptz) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT to_char(instant AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;

-- Events ---------------------------------------------------------------------------------------------------------------

-- Appends events to a stream whose head is (seq, hash, at). Numbers, chain and time must follow on; a breach is a bug of
-- the caller and fails the transaction.
CREATE FUNCTION entente.append_events(
    events jsonb, head_seq bigint, head_hash text, head_at timestamptz
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    breach text;
BEGIN
    SELECT CASE
            WHEN e.seq <> head_seq + e.n THEN 'seq'
            WHEN e.prev_hash <> coalesce(lag(e.hash) OVER w, head_hash) THEN 'prev_hash'
            WHEN e.at < coalesce(lag(e.at) OVER w, head_at) THEN 'at goes back'
            WHEN e.at > greatest(entente.now(), head_at) THEN 'at lies ahead'
        END AS fault
    INTO breach
    FROM ROWS FROM (jsonb_to_recordset(events) AS (seq bigint, prev_hash text, hash text, at timestamptz))
        WITH ORDINALITY AS e (seq, prev_hash, hash, at, n)
    WINDOW w AS (ORDER BY e.n)
    ORDER BY 1 NULLS LAST LIMIT 1;
    IF breach IS NOT NULL THEN
        RAISE EXCEPTION 'an event does not follow on: %', breach USING ERRCODE = 'EN001';
    END IF;
    INSERT INTO entente.event (
        stream, seq, process, type, from_state, to_state, actor, on_behalf_of, delegation, role, channel, operator, at,
        effective_on, request_id, workflow, payload, doc_hashes, prev_hash, hash)
    SELECT
        e.stream, e.seq, e.process, e.type, e.from_state, e.to_state, e.actor, e.on_behalf_of, e.delegation, e.role,
        e.channel, e.operator, e.at, e.effective_on, e.request_id, e.workflow, e.payload, e.doc_hashes, e.prev_hash,
        e.hash
    FROM jsonb_to_recordset(events) AS e (
        stream text, seq bigint, process text, type text, from_state text[], to_state text[], actor text,
        on_behalf_of text, delegation text, role text, channel text, operator text, at timestamptz, effective_on date,
        request_id text, workflow text, payload jsonb, doc_hashes text[], prev_hash text, hash text);
END $$;

-- Projections of one agreement -----------------------------------------------------------------------------------------

CREATE FUNCTION entente.put_agreement(c jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    a jsonb := c -> 'agreement';
    written integer;
BEGIN
    IF (c ->> 'expected_seq')::bigint = 0 THEN
        INSERT INTO entente.agreement (
            id, workflow, version, instrument, seq, revision, head_hash, state, legal, reference, register_number, call,
            unit, itmo, parties, term_start, term_end, snapshot, started_at, updated_at)
        SELECT
            r.id, r.workflow, r.version, r.instrument, r.seq, r.revision, r.head_hash, r.state, r.legal, r.reference,
            r.register_number, r.call, r.unit, r.itmo, r.parties, r.term_start, r.term_end, r.snapshot::jsonb,
            (c -> 'events' -> 0 ->> 'at')::timestamptz, r.updated_at
        FROM jsonb_to_record(a) AS r (
            id uuid, workflow text, version text, instrument text, seq bigint, revision bigint, head_hash text,
            state text[], legal text, reference text, register_number text, call uuid, unit text, itmo text,
            parties text[], term_start date, term_end date, snapshot text, updated_at timestamptz)
        ON CONFLICT (id) DO NOTHING;
    ELSE
        UPDATE entente.agreement SET
            workflow = r.workflow, version = r.version, instrument = r.instrument, seq = r.seq, revision = r.revision,
            head_hash = r.head_hash, state = r.state, legal = r.legal, reference = r.reference,
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

CREATE FUNCTION entente.put_projections(c jsonb, agreement_id uuid) RETURNS void LANGUAGE plpgsql AS $$
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
END $$;

CREATE FUNCTION entente.put_values(c jsonb, agreement_id uuid) RETURNS void LANGUAGE plpgsql AS $$
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
END $$;

-- Notices with one job each; the reminders of a step that has ended are withdrawn before they are sent.
CREATE FUNCTION entente.put_notices(c jsonb, agreement_id uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO entente.notice (
        id, agreement, event_seq, notice, recipient, process, state, entry_seq, occurrence, reminder, message_id,
        to_name, to_address, copy, subject, text, html, language, created_at)
    SELECT
        n.id, agreement_id, n.event_seq, n.notice, n.recipient, n.process, n.state, n.entry_seq, n.occurrence,
        n.reminder, n.message_id, n.to_name, n.to_address, n.copy, n.subject, n.text, n.html, n.language, n.created_at
    FROM jsonb_to_recordset(c -> 'notices') AS n (
        id uuid, event_seq bigint, notice text, recipient uuid, process text, state text, entry_seq bigint,
        occurrence text, reminder boolean, message_id text, to_name text, to_address text, copy text, subject text,
        text text, html text, language text, created_at timestamptz);

    INSERT INTO entente.job (kind, key, payload, agreement, event_seq, recipient, message_id, attempts_max)
    SELECT
        'mail', n.id::text, json_build_object('notice', n.id)::text, agreement_id, n.event_seq, n.to_address,
        n.message_id, 12
    FROM jsonb_to_recordset(c -> 'notices') AS n (id uuid, event_seq bigint, to_address text, message_id text);

    WITH ended AS MATERIALIZED (
        SELECT n.id
        FROM entente.notice n
        JOIN entente.task t ON t.agreement = n.agreement AND t.process = n.process AND t.state = n.state
        JOIN jsonb_to_recordset(c -> 'tasks_closed') AS x (id uuid, seq bigint) ON x.id = t.id
        JOIN entente.job j ON j.kind = 'mail' AND j.key = n.id::text
        WHERE n.agreement = agreement_id AND n.reminder AND n.status = 'owed' AND n.event_seq < x.seq
            AND n.event_seq >= t.opened_seq AND j.state = 'ready'
        FOR UPDATE OF j SKIP LOCKED
    ), withdrawn AS (
        UPDATE entente.notice SET status = 'withdrawn', settled_at = clock_timestamp()
        FROM ended WHERE entente.notice.id = ended.id
    )
    UPDATE entente.job
    SET state = 'cancelled', done_at = clock_timestamp(), last_error = 'withdrawn: the step ended before it was sent'
    FROM ended WHERE entente.job.kind = 'mail' AND entente.job.key = ended.id::text;
END $$;

-- One commit -----------------------------------------------------------------------------------------------------------

CREATE TYPE entente.verdict AS (outcome text, answer jsonb);

-- The answer that the request was given before; null when it is new.
CREATE FUNCTION entente.earlier_answer(request jsonb) RETURNS entente.verdict LANGUAGE plpgsql AS $$
DECLARE
    found_row entente.request;
BEGIN
    SELECT * INTO found_row FROM entente.request r WHERE r.actor = request ->> 'actor' AND r.id = request ->> 'id';
    IF NOT FOUND THEN RETURN NULL; END IF;
    IF found_row.fingerprint <> request ->> 'fingerprint' THEN RETURN ROW('request_id_reused', NULL)::entente.verdict; END IF;
    RETURN ROW('answered', found_row.answer)::entente.verdict;
END $$;

-- Whether agreement, authority and numbers are still those that the decision was made on. The rows are locked.
CREATE FUNCTION entente.is_fresh(c jsonb) RETURNS boolean LANGUAGE sql AS $$
    SELECT coalesce((SELECT a.seq FROM entente.agreement a WHERE a.id = (c ->> 'stream')::uuid), 0)
            = (c ->> 'expected_seq')::bigint
        AND NOT EXISTS (
            SELECT FROM jsonb_to_recordset(c -> 'authority') AS x (person uuid, version bigint)
            LEFT JOIN entente.person p ON p.id = x.person WHERE coalesce(p.authority, 0) <> x.version)
        AND NOT EXISTS (
            SELECT FROM (
                SELECT x.series, x.number, row_number() OVER (PARTITION BY x.series ORDER BY x.number) AS n
                FROM jsonb_to_recordset(c -> 'numbers') AS x (series text, number integer)) taken
            LEFT JOIN entente.counter k USING (series) WHERE taken.number <> coalesce(k.value, 0) + taken.n)
$$;

CREATE FUNCTION entente.commit_one(c jsonb) RETURNS entente.verdict LANGUAGE plpgsql AS $$
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
        IF NOT entente.put_agreement(c) THEN RAISE unique_violation USING CONSTRAINT = 'agreement_pkey'; END IF;
        PERFORM entente.append_events(
            c -> 'events', coalesce(head.seq, 0), coalesce(head.head_hash, c ->> 'genesis'), head.updated_at);
        PERFORM entente.put_projections(c, agreement_id);
        PERFORM entente.put_values(c, agreement_id);
        PERFORM entente.put_notices(c, agreement_id);
    END IF;
    RETURN ROW('committed', NULL)::entente.verdict;
EXCEPTION WHEN unique_violation THEN
    -- Another transaction took the same request, agreement or number between the checks and the writes.
    GET STACKED DIAGNOSTICS breached = CONSTRAINT_NAME;
    IF breached NOT IN (
        'request_pkey', 'agreement_pkey', 'agreement_reference_key', 'agreement_register_number_key', 'counter_pkey')
    THEN
        RAISE;
    END IF;
    verdict := entente.earlier_answer(request);
    IF verdict.outcome IS NOT NULL THEN RETURN verdict; END IF;
    RETURN ROW('stale', NULL)::entente.verdict;
END $$;

-- Records a batch of decisions, sorted by agreement, in one transaction, and says what became of each.
--
-- Locks first and in the order of keys, so that two batches never wait for each other in a circle: agreements, then
-- people (shared: their authority is read), then counters. `witnessed` writes a commit record even when nothing
-- changed, so that a standby confirms what an earlier commit left uncertain.
CREATE FUNCTION entente.commit_batch(batch jsonb, witnessed boolean DEFAULT false)
    RETURNS TABLE (n integer, outcome text, answer jsonb) LANGUAGE plpgsql AS $$
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

-- Snapshots ------------------------------------------------------------------------------------------------------------

-- The people whom an agreement's snapshot names in processes and duties.
CREATE FUNCTION entente.named_people(snapshot jsonb) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    SELECT (p.value -> 'item' -> 'person' ->> 'id')::uuid FROM jsonb_each(snapshot -> 'processes') p
    WHERE p.value -> 'item' -> 'person' ->> 'id' ~ '^[0-9a-fA-F-]{36}$'
    UNION
    SELECT (p.value -> 'item' ->> 'person')::uuid FROM jsonb_each(snapshot -> 'processes') p
    WHERE p.value -> 'item' ->> 'person' ~ '^[0-9a-fA-F-]{36}$'
    UNION
    SELECT (s ->> 'person')::uuid FROM jsonb_array_elements(snapshot -> 'assignments') s
    UNION
    SELECT (s ->> 'person')::uuid FROM jsonb_array_elements(snapshot -> 'signatures') s
    UNION
    SELECT d::uuid FROM jsonb_each(snapshot -> 'doers') e, jsonb_array_elements_text(e.value) d
$$;

-- Everything that one decision reads, as of one instant. `q`: agreement, request, people, parties, unit, itmo, call,
-- named (people whose facts are needed but whose authority is not at stake).
CREATE FUNCTION entente.snapshot(q jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
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
        'counters', (SELECT jsonb_object_agg(k.series, k.value) FROM entente.counter k
            WHERE a.id IS NULL OR k.series LIKE 'register-%' OR starts_with(k.series, a.instrument || '-')),
        'dossier', (SELECT jsonb_object_agg(f.key, v.value)
            FROM jsonb_each(a.snapshot -> 'dossier') f
            JOIN entente.erasable_value v ON v.id = (f.value ->> 'id')::uuid AND v.value IS NOT NULL));
END $$;

-- Rows in the form in which the product reads and writes them as JSON ---------------------------------------------------

CREATE FUNCTION entente.grant_json(g entente.role_grant) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object(
        'id', g.id, 'person', g.person, 'role', g.role, 'scope', g.scope, 'from', entente.instant_text(g.valid_from),
        'until', entente.instant_text(g.valid_until)))
$$;

CREATE FUNCTION entente.delegation_json(d entente.delegation) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object(
        'id', d.id, 'grantor', d.grantor, 'grantee', d.grantee, 'role', d.role, 'scope', d.scope,
        'from', entente.instant_text(d.valid_from), 'until', entente.instant_text(d.valid_until),
        'revokedAt', entente.instant_text(d.revoked_at)))
$$;

CREATE FUNCTION entente.organisation_json(o entente.organisation) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_object('id', o.id, 'name', o.name, 'country', o.country, 'kind', o.kind, 'home', o.home)
$$;

CREATE FUNCTION entente.measure_json(m entente.measure) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object(
        'id', m.id, 'target', m.target, 'kind', m.kind, 'from', entente.instant_text(m.valid_from),
        'until', entente.instant_text(m.valid_until), 'legalReference', m.legal_reference))
$$;

CREATE FUNCTION entente.call_json(k entente.call, s entente.stream) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object(
        'id', k.id, 'instruments', k.instruments, 'year', k.year, 'opensAt', entente.instant_text(k.opens_at),
        'closesAt', entente.instant_text(k.closes_at), 'rankingAt', entente.instant_text(k.ranking_at),
        'seq', s.seq, 'headHash', s.head_hash))
$$;

-- The facts that a change of the register reads. `q`: people, grant, delegation, call.
CREATE FUNCTION entente.register_facts(q jsonb) RETURNS jsonb LANGUAGE sql STABLE AS $$
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
            JOIN entente.stream s ON s.stream = k.id::text WHERE k.id = (q ->> 'call')::uuid))
$$;

CREATE SCHEMA audit_v1;

CREATE SCHEMA entente;

CREATE TYPE entente.verdict AS (
	outcome text,
	answer jsonb
);

CREATE TABLE entente.absence (
    id uuid NOT NULL,
    person uuid NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    seq bigint NOT NULL,
    ended_seq bigint,
    CONSTRAINT absence_days CHECK ((last_day >= (first_day - 1)))
);

CREATE FUNCTION entente.absence_json(a entente.absence) RETURNS jsonb
    LANGUAGE sql STABLE
    AS $$
    SELECT jsonb_build_object('id', a.id, 'person', a.person, 'from', a.first_day, 'until', a.last_day)
$$;

CREATE FUNCTION entente.append_events(events jsonb, head_seq bigint, head_hash text, head_at timestamp with time zone) RETURNS void
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION entente.asked(who uuid) RETURNS TABLE(agreement uuid, role text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 4
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT t.agreement, t.role
    FROM entente.task t JOIN entente.process p ON p.agreement = t.agreement AND p.path = t.process
    WHERE t.role_of = 'person' AND t.narrowed_to = who::text
        AND (t.role <> 'EXP' OR coalesce(p.outcome, '') NOT IN ('recused', 'replaced', 'void'))
        AND NOT EXISTS (SELECT FROM entente.barred(who) b WHERE b.stream = t.agreement::text AND b.role = t.role)
    UNION ALL
    SELECT t.agreement, CASE WHEN t.narrowed_to = ANY (a.parties) THEN 'SIG' ELSE 'SIG(' || t.narrowed_to || ')' END
    FROM entente.held_by(who) h
        JOIN entente.task t ON t.narrowed_to = substr(h.scope, 7)
        JOIN entente.process p ON p.agreement = t.agreement AND p.path = t.process
        JOIN entente.agreement a ON a.id = t.agreement
    WHERE h.role IN ('SIG', 'PART') AND h.scope LIKE 'party:%' AND t.role_of = 'party' AND t.closed_seq IS NULL
        AND (t.role = 'SIG' OR t.role = 'PART' AND h.role = 'PART' AND p.definition = 'text_reading');
END
$$;

CREATE FUNCTION entente.asking() RETURNS uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
BEGIN
    RETURN (SELECT p.id FROM entente.person p
        WHERE p.active AND p.id = CASE WHEN current_setting('entente.actor', true) ~ '^[0-9a-f-]{36}$'
            THEN current_setting('entente.actor', true)::uuid END);
END
$_$;

CREATE FUNCTION entente.barred(who uuid) RETURNS TABLE(stream text, role text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 2
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT e.stream, CASE e.type WHEN 'leave_ranking' THEN 'CSEL' ELSE 'ITMO' END FROM entente.event e
    WHERE e.type IN ('recuse_opinion', 'leave_ranking')
        AND who::text IN (e.actor, e.on_behalf_of, e.payload #>> '{recorded,person}')
    UNION ALL
    SELECT e.stream, 'EXP' FROM entente.event e
    WHERE e.type = 'void_review' AND who::text = e.payload #>> '{input,expert}';
END
$$;

CREATE TABLE entente.call (
    id uuid NOT NULL,
    instruments text[] NOT NULL,
    year integer NOT NULL,
    opens_at timestamp with time zone NOT NULL,
    closes_at timestamp with time zone NOT NULL,
    ranking_at timestamp with time zone,
    CONSTRAINT call_dates CHECK ((closes_at > opens_at)),
    CONSTRAINT call_instruments_check CHECK ((cardinality(instruments) > 0)),
    CONSTRAINT call_year_check CHECK (((year >= 1583) AND (year <= 9999)))
);

CREATE TABLE entente.stream (
    stream text NOT NULL,
    seq bigint DEFAULT 0 NOT NULL,
    head_hash text NOT NULL,
    last_at timestamp with time zone,
    head_seal text,
    CONSTRAINT stream_head_hash_check CHECK ((head_hash ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT stream_seq_check CHECK ((seq >= 0))
);

CREATE FUNCTION entente.call_json(k entente.call, s entente.stream) RETURNS jsonb
    LANGUAGE sql STABLE
    AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object(
        'id', k.id, 'instruments', k.instruments, 'year', k.year, 'opensAt', entente.instant_text(k.opens_at),
        'closesAt', entente.instant_text(k.closes_at), 'rankingAt', entente.instant_text(k.ranking_at),
        'seq', s.seq, 'headHash', s.head_hash))
$$;

CREATE FUNCTION entente.call_news() RETURNS TABLE(call uuid, seq bigint, opened boolean)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 1
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT k.id, max(e.seq), bool_or(e.type = 'call.opened')
    FROM entente.call k JOIN entente.event e ON e.stream = k.id::text
    WHERE k.opens_at <= entente.now()
        AND NOT EXISTS (SELECT FROM entente.call_told t WHERE t.call = k.id AND t.seq = e.seq)
    GROUP BY k.id
$$;

CREATE FUNCTION entente.commit_batch(batch jsonb, witnessed boolean DEFAULT false) RETURNS TABLE(n integer, outcome text, answer jsonb)
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

CREATE FUNCTION entente.commit_one(c jsonb) RETURNS entente.verdict
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

CREATE TABLE entente.reference (
    id bigint NOT NULL,
    list text NOT NULL,
    code text NOT NULL,
    member text,
    alpha3 text,
    name_fr text NOT NULL,
    name_en text NOT NULL,
    successors text[] DEFAULT '{}'::text[] NOT NULL,
    valid_from date,
    valid_until date,
    loaded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    details jsonb,
    entered_by uuid,
    ended_by uuid,
    CONSTRAINT reference_alpha3_check CHECK ((alpha3 ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT reference_code_check CHECK (((char_length(code) >= 1) AND (char_length(code) <= 16))),
    CONSTRAINT reference_dates CHECK ((valid_until >= valid_from)),
    CONSTRAINT reference_details CHECK (((list = 'retention'::text) = (details IS NOT NULL))),
    CONSTRAINT reference_list_check CHECK ((list = ANY (ARRAY['country'::text, 'region'::text, 'itmo'::text, 'instrument'::text, 'retention'::text]))),
    CONSTRAINT reference_member CHECK (((list = 'region'::text) = (member IS NOT NULL))),
    CONSTRAINT reference_member_check CHECK ((member ~ '^[A-Z]{2}$'::text))
);

CREATE FUNCTION entente.country_json(r entente.reference) RETURNS jsonb
    LANGUAGE sql STABLE
    AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object(
        'code', r.code, 'alpha3', r.alpha3, 'name', jsonb_build_object('fr', r.name_fr, 'en', r.name_en),
        'successors', r.successors, 'from', r.valid_from, 'until', r.valid_until))
$$;

CREATE TABLE entente.agreement (
    id uuid NOT NULL,
    workflow text NOT NULL,
    version text NOT NULL,
    instrument text NOT NULL,
    seq bigint NOT NULL,
    revision bigint NOT NULL,
    head_hash text NOT NULL,
    state text[] NOT NULL,
    legal text NOT NULL,
    reference text,
    register_number text,
    call uuid,
    unit text,
    itmo text,
    parties text[] DEFAULT '{}'::text[] NOT NULL,
    term_start date,
    term_end date,
    snapshot jsonb NOT NULL,
    started_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    acronym uuid GENERATED ALWAYS AS (((snapshot #>> '{dossier,acronym,id}'::text[]))::uuid) STORED,
    budget uuid GENERATED ALWAYS AS ((COALESCE((snapshot #>> '{dossier,yearlyBudget,id}'::text[]), (snapshot #>> '{dossier,fullCostBudget,id}'::text[])))::uuid) STORED,
    head_seal text,
    blocked boolean GENERATED ALWAYS AS ((COALESCE(((snapshot #> '{variables,blocked}'::text[]) = 'true'::jsonb), false) OR COALESCE(((snapshot #> '{variables,renewalBlocked}'::text[]) = 'true'::jsonb), false))) STORED NOT NULL,
    held boolean GENERATED ALWAYS AS (COALESCE(((snapshot #> '{variables,hold}'::text[]) = 'true'::jsonb), (jsonb_array_length(COALESCE((snapshot #> '{doers,hold}'::text[]), '[]'::jsonb)) > jsonb_array_length(COALESCE((snapshot #> '{doers,release_hold}'::text[]), '[]'::jsonb))))) STORED NOT NULL,
    staged_at timestamp with time zone NOT NULL,
    CONSTRAINT agreement_check CHECK (((revision >= 0) AND (revision <= seq))),
    CONSTRAINT agreement_head_hash_check CHECK ((head_hash ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT agreement_legal_check CHECK ((legal = ANY (ARRAY['none'::text, 'in_force'::text, 'suspended'::text, 'expired_pending'::text, 'ended'::text]))),
    CONSTRAINT agreement_seq_check CHECK ((seq >= 1))
);

CREATE FUNCTION entente.covers(scope text, a entente.agreement) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT CASE split_part(scope, ':', 1)
        WHEN '*' THEN true
        WHEN 'agreement' THEN a.id::text = substr(scope, 11)
        WHEN 'unit' THEN a.unit = substr(scope, 6)
        WHEN 'itmo' THEN a.itmo = substr(scope, 6)
        WHEN 'instrument' THEN a.instrument = substr(scope, 12)
        WHEN 'party' THEN substr(scope, 7) = ANY (a.parties) END
$$;

CREATE FUNCTION entente.day_start(day date) RETURNS timestamp with time zone
    LANGUAGE sql STABLE
    AS $$
    SELECT day::timestamp AT TIME ZONE i.zone FROM entente.institution i
$$;

CREATE FUNCTION entente.delegated_to(who uuid) RETURNS TABLE(grantor uuid, role text, scope text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 4
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH RECURSIVE clock AS MATERIALIZED (SELECT entente.now() AS now),
    lent AS (
        SELECT d.grantor, d.role, d.scope FROM entente.delegation d JOIN entente.person p ON p.id = d.grantor, clock
        WHERE d.grantee = who AND tstzrange(d.valid_from, d.valid_until) @> clock.now
            AND coalesce(d.revoked_at > clock.now, true) AND p.active AND coalesce(p.left_at > clock.now, true)
        UNION
        SELECT l.grantor, l.role, s.kind || ':' || s.code FROM lent l
            JOIN entente.succession s ON l.scope = s.kind || ':' || s.successor
            CROSS JOIN clock WHERE entente.day_start(s.on_day) <= clock.now)
    SELECT l.grantor, l.role, l.scope FROM lent l;
END
$$;

CREATE TABLE entente.delegation (
    id uuid NOT NULL,
    grantor uuid NOT NULL,
    grantee uuid NOT NULL,
    role text NOT NULL,
    scope text NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_until timestamp with time zone,
    revoked_at timestamp with time zone,
    seq bigint NOT NULL,
    revoked_seq bigint,
    CONSTRAINT delegation_dates CHECK ((valid_until >= valid_from)),
    CONSTRAINT delegation_other CHECK ((grantor <> grantee)),
    CONSTRAINT delegation_role_check CHECK (((char_length(role) >= 1) AND (char_length(role) <= 64))),
    CONSTRAINT delegation_scope_check CHECK (((scope = '*'::text) OR (scope ~ '^(unit|party|itmo|instrument|agreement):.+'::text)))
);

CREATE FUNCTION entente.delegation_json(d entente.delegation) RETURNS jsonb
    LANGUAGE sql STABLE
    AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object(
        'id', d.id, 'grantor', d.grantor, 'grantee', d.grantee, 'role', d.role, 'scope', d.scope,
        'from', entente.instant_text(d.valid_from), 'until', entente.instant_text(d.valid_until),
        'revokedAt', entente.instant_text(d.revoked_at)))
$$;

CREATE FUNCTION entente.due_files(until timestamp with time zone, most bigint) RETURNS TABLE(agreement uuid, due_at timestamp with time zone)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    AS $$
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

CREATE FUNCTION entente.earlier_answer(request jsonb) RETURNS entente.verdict
    LANGUAGE plpgsql
    AS $$
DECLARE
    found_row entente.request;
BEGIN
    SELECT * INTO found_row FROM entente.request r WHERE r.actor = request ->> 'actor' AND r.id = request ->> 'id';
    IF NOT FOUND THEN RETURN NULL; END IF;
    IF found_row.fingerprint <> request ->> 'fingerprint' THEN RETURN ROW('request_id_reused', NULL)::entente.verdict; END IF;
    RETURN ROW('answered', found_row.answer)::entente.verdict;
END $$;

CREATE FUNCTION entente.eliminate(agreement_id uuid, event_seq bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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

CREATE FUNCTION entente.eliminate_access(event_seq bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    before timestamptz;
BEGIN
    SELECT (e.payload -> 'register' -> 'accessEliminated' ->> 'before')::timestamptz INTO before
    FROM entente.event e
    WHERE e.stream = 'register' AND e.seq = event_seq AND e.type = 'access.eliminated';
    DELETE FROM entente.session s
    WHERE s.seen_at < before AND (s.ended_at IS NOT NULL OR s.ends_at < clock_timestamp());
    DELETE FROM entente.login_attempt l WHERE l.at < before;
    WITH gone AS (
        DELETE FROM entente.passcode c WHERE c.created_at < before AND c.expires_at < clock_timestamp() RETURNING c.id)
    UPDATE entente.job j SET recipient = NULL FROM gone g WHERE j.kind = 'passcode' AND j.key = g.id::text;
END $$;

CREATE FUNCTION entente.eliminate_mails(event_seq bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
    UPDATE entente.call_mail m SET
        to_name = '', to_address = '', subject = '', text = '', html = '',
        verdicts = (SELECT coalesce(jsonb_agg(v || '{"address": "", "reply": ""}'), '[]')
            FROM jsonb_array_elements(m.verdicts) v), eliminated_at = instant
    WHERE m.created_at < before AND m.eliminated_at IS NULL AND m.status IN ('accepted', 'withdrawn');
    UPDATE entente.job j SET recipient = NULL
    FROM entente.call_mail m
    WHERE m.eliminated_at = instant AND j.kind = 'call-mail' AND j.key = m.id::text;
    UPDATE entente.digest d SET
        to_name = '', to_address = '', subject = '', text = '', html = '',
        verdicts = (SELECT coalesce(jsonb_agg(v || '{"address": "", "reply": ""}'), '[]')
            FROM jsonb_array_elements(d.verdicts) v), eliminated_at = instant
    WHERE d.created_at < before AND d.eliminated_at IS NULL AND entente.is_past(d);
    UPDATE entente.job j SET recipient = NULL
    FROM entente.digest d
    WHERE d.eliminated_at = instant AND j.kind = 'digest-mail' AND j.key = d.id::text;
END $$;

CREATE FUNCTION entente.erasable(agreement_id uuid) RETURNS jsonb
    LANGUAGE sql STABLE
    AS $$
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

CREATE FUNCTION entente.erase_person(event_seq bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    instant timestamptz;
    who uuid;
    words text[];
BEGIN
    SELECT e.at, (e.payload -> 'register' -> 'personErased' ->> 'person')::uuid INTO instant, who
    FROM entente.event e
    WHERE e.stream = 'register' AND e.seq = event_seq AND e.type = 'person.erased';
    SELECT regexp_split_to_array(entente.folded(concat_ws(' ', p.name, p.email)), '\s+') INTO words
    FROM entente.person p WHERE p.id = who;
    -- A field that holds nothing but words of the name, in whatever order and spelling, names the person.
    UPDATE entente.draft d SET fields = (
        SELECT jsonb_object_agg(f.key, (SELECT coalesce(jsonb_agg(CASE
            WHEN regexp_split_to_array(entente.folded(v.value), '\s+') <@ words THEN '' ELSE v.value END), '[]')
            FROM jsonb_array_elements_text(f.value) v))
        FROM jsonb_each(d.fields) f)
    WHERE EXISTS (SELECT FROM jsonb_each(d.fields) f, jsonb_array_elements_text(f.value) v
        WHERE regexp_split_to_array(entente.folded(v.value), '\s+') <@ words);
    UPDATE entente.person p SET name = NULL, email = NULL, os_user = NULL, salt = NULL, eliminated_at = instant
    WHERE p.id = who;
    DELETE FROM entente.session s WHERE s.person = who;
    DELETE FROM entente.invitation i WHERE i.person = who;
    DELETE FROM entente.draft d WHERE d.person = who;
    DELETE FROM entente.account a WHERE a.person = who;
    UPDATE entente.job j SET recipient = NULL
    FROM entente.passcode c JOIN entente.notice n ON n.id = c.notice
    WHERE n.recipient = who AND j.kind = 'passcode' AND j.key = c.id::text;
    UPDATE entente.job j SET recipient = NULL
    FROM (SELECT 'mail' AS kind, id FROM entente.notice WHERE recipient = who
        UNION ALL SELECT 'call-mail', id FROM entente.call_mail WHERE person = who
        UNION ALL SELECT 'digest-mail', id FROM entente.digest WHERE person = who) m
    WHERE j.kind = m.kind AND j.key = m.id::text;
    UPDATE entente.notice n SET
        to_name = '', to_address = '', subject = '', text = '', html = '',
        status = CASE WHEN n.status = 'owed' THEN 'withdrawn' ELSE n.status END,
        verdicts = (SELECT coalesce(jsonb_agg(v || '{"address": "", "reply": ""}'), '[]')
            FROM jsonb_array_elements(n.verdicts) v),
        eliminated_at = coalesce(n.eliminated_at, instant)
    WHERE n.recipient = who;
    UPDATE entente.call_mail m SET
        to_name = '', to_address = '', subject = '', text = '', html = '',
        status = CASE WHEN m.status = 'owed' THEN 'withdrawn' ELSE m.status END,
        verdicts = (SELECT coalesce(jsonb_agg(v || '{"address": "", "reply": ""}'), '[]')
            FROM jsonb_array_elements(m.verdicts) v),
        eliminated_at = coalesce(m.eliminated_at, instant)
    WHERE m.person = who;
    UPDATE entente.digest d SET
        to_name = '', to_address = '', subject = '', text = '', html = '',
        status = CASE WHEN d.status = 'owed' THEN 'withdrawn' ELSE d.status END,
        verdicts = (SELECT coalesce(jsonb_agg(v || '{"address": "", "reply": ""}'), '[]')
            FROM jsonb_array_elements(d.verdicts) v),
        eliminated_at = coalesce(d.eliminated_at, instant)
    WHERE d.person = who;
END $$;

CREATE FUNCTION entente.event_seal(hash text, xid xid8, seal_before text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT encode(sha256(convert_to(hash || '/' || xid::text || '/' || coalesce(seal_before, ''), 'UTF8')), 'hex')
$$;

CREATE TABLE entente.event (
    stream text NOT NULL,
    seq bigint NOT NULL,
    process text NOT NULL,
    type text NOT NULL,
    from_state text[] NOT NULL,
    to_state text[] NOT NULL,
    actor text NOT NULL,
    on_behalf_of text,
    delegation text,
    role text,
    channel text NOT NULL,
    operator text,
    at timestamp with time zone NOT NULL,
    effective_on date,
    xid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    request_id text,
    workflow text NOT NULL,
    payload jsonb NOT NULL,
    doc_hashes text[] NOT NULL,
    prev_hash text NOT NULL,
    hash text NOT NULL,
    seal text NOT NULL,
    CONSTRAINT event_actor_check CHECK (((char_length(actor) >= 1) AND (char_length(actor) <= 200))),
    CONSTRAINT event_at_check CHECK ((at = date_trunc('milliseconds'::text, at))),
    CONSTRAINT event_channel_check CHECK ((channel = ANY (ARRAY['page'::text, 'api'::text, 'command_line'::text, 'system'::text, 'scenario'::text]))),
    CONSTRAINT event_delegated CHECK (((delegation IS NULL) OR (on_behalf_of IS NOT NULL))),
    CONSTRAINT event_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT event_not_for_oneself CHECK ((on_behalf_of <> actor)),
    CONSTRAINT event_prev_hash_check CHECK ((prev_hash ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT event_request_id_check CHECK ((char_length(request_id) <= 200)),
    CONSTRAINT event_seq_check CHECK ((seq >= 1)),
    CONSTRAINT event_type_check CHECK (((char_length(type) >= 1) AND (char_length(type) <= 200)))
);

CREATE FUNCTION entente.events_of(file uuid) RETURNS SETOF entente.event
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    IF entente.sees(file) THEN
        RETURN QUERY SELECT * FROM entente.event e WHERE e.stream = file::text ORDER BY e.seq;
    END IF;
END
$$;

CREATE FUNCTION entente.expired_access(before timestamp with time zone) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT (SELECT count(*) FROM entente.session s
            WHERE s.seen_at < before AND (s.ended_at IS NOT NULL OR s.ends_at < clock_timestamp()))
        + (SELECT count(*) FROM entente.login_attempt l WHERE l.at < before)
        + (SELECT count(*) FROM entente.passcode c WHERE c.created_at < before AND c.expires_at < clock_timestamp())
$$;

CREATE FUNCTION entente.expired_call_mails(before timestamp with time zone) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT count(*) FROM entente.call_mail m
    WHERE m.created_at < before AND m.eliminated_at IS NULL AND m.status IN ('accepted', 'withdrawn')
$$;

CREATE FUNCTION entente.expired_digests(before timestamp with time zone) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT count(*) FROM entente.digest d
    WHERE d.created_at < before AND d.eliminated_at IS NULL AND entente.is_past(d)
$$;

CREATE FUNCTION entente.expired_mails(before timestamp with time zone) RETURNS SETOF uuid
    LANGUAGE sql STABLE
    AS $$
    SELECT n.id FROM entente.notice n JOIN entente.agreement a ON a.id = n.agreement
    WHERE n.created_at < before AND n.eliminated_at IS NULL AND NOT entente.is_held(a.snapshot)
        AND (n.status IN ('accepted', 'withdrawn') OR n.acknowledged_at IS NOT NULL)
$$;

CREATE FUNCTION entente.file_named(name text, uuid_named uuid) RETURNS TABLE(id uuid, roles text[], erasable jsonb, documents jsonb)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT f.id, ARRAY(SELECT r.role FROM entente.roles_on(entente.asking(), f.id) r),
        (SELECT coalesce(jsonb_object_agg(v.id, v.value), '{}') FROM entente.erasable_value v
            WHERE v.stream = f.id::text AND v.value IS NOT NULL),
        (SELECT coalesce(jsonb_object_agg(d.id, d.file_name), '{}') FROM entente.document d
            WHERE d.agreement = f.id AND d.bytes IS NOT NULL AND d.file_name IS NOT NULL)
    FROM (SELECT a.id FROM entente.agreement a
        WHERE (a.id = uuid_named OR a.reference = name OR a.register_number = name) AND entente.sees(a.id)
        ORDER BY a.id = uuid_named DESC NULLS LAST LIMIT 1) f;
END
$$;

CREATE FUNCTION entente.files_with(word text) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    AS $$
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

CREATE FUNCTION entente.folded(name text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
    SELECT lower(regexp_replace(normalize(translate(replace(replace(replace(replace(replace(replace(btrim(name),
        'œ', 'oe'), 'Œ', 'OE'), 'æ', 'ae'), 'Æ', 'AE'), 'ß', 'ss'), 'ẞ', 'SS'), 'øØđĐłŁı', 'oOdDlLi'), NFKD),
        U&'[\0300-\036F]', '', 'g'))
$$;

CREATE TABLE entente.role_grant (
    id uuid NOT NULL,
    person uuid NOT NULL,
    role text NOT NULL,
    scope text NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_until timestamp with time zone,
    seq bigint NOT NULL,
    ended_seq bigint,
    CONSTRAINT role_grant_dates CHECK ((valid_until >= valid_from)),
    CONSTRAINT role_grant_role_check CHECK (((char_length(role) >= 1) AND (char_length(role) <= 64))),
    CONSTRAINT role_grant_scope_check CHECK (((scope = '*'::text) OR (scope ~ '^(unit|party|itmo|instrument|agreement):.+'::text)))
);

CREATE FUNCTION entente.grant_json(g entente.role_grant) RETURNS jsonb
    LANGUAGE sql STABLE
    AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object(
        'id', g.id, 'person', g.person, 'role', g.role, 'scope', g.scope, 'from', entente.instant_text(g.valid_from),
        'until', entente.instant_text(g.valid_until)))
$$;

CREATE FUNCTION entente.has_declared(who uuid, file uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT FROM entente.task t JOIN entente.process p ON p.agreement = t.agreement AND p.path = t.process
        WHERE t.agreement = file AND t.role_of = 'person' AND t.narrowed_to = who::text AND p.definition = 'expertise'
            AND coalesce(p.outcome, '') NOT IN ('recused', 'replaced', 'void')
            AND NOT EXISTS (SELECT FROM unnest(p.state) s WHERE s LIKE '%.invited'))
$$;

CREATE FUNCTION entente.heir(kind text, code text) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
DECLARE
    heir text := code;
    taker text;
BEGIN
    -- The register lets no chain bite its tail.
    LOOP
        SELECT s.successor INTO taker FROM entente.succession s
        WHERE s.kind = $1 AND s.code = heir AND entente.day_start(s.on_day) <= entente.now();
        EXIT WHEN taker IS NULL;
        heir := taker;
    END LOOP;
    RETURN heir;
END
$_$;

CREATE FUNCTION entente.held() RETURNS TABLE(role text, scope text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY SELECT h.role, h.scope FROM entente.held_by(entente.asking()) h;
END
$$;

CREATE FUNCTION entente.held_by(who uuid) RETURNS TABLE(role text, scope text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 8
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH RECURSIVE clock AS MATERIALIZED (SELECT entente.now() AS now),
    delegated AS MATERIALIZED (SELECT * FROM entente.delegated_to(who) d WHERE d.role <> 'ASST'),
    granted AS (
        SELECT g.person, g.role, g.scope FROM entente.role_grant g, clock
        WHERE g.role <> 'ASST' AND g.person IN (SELECT who UNION SELECT d.grantor FROM delegated d)
            AND tstzrange(g.valid_from, g.valid_until) @> clock.now
            AND NOT EXISTS (SELECT FROM entente.succession s
                WHERE g.scope = s.kind || ':' || s.code AND entente.day_start(s.on_day) <= clock.now)
        UNION
        SELECT g.person, g.role, s.kind || ':' || s.code FROM granted g
            JOIN entente.succession s ON g.scope = s.kind || ':' || s.successor
            CROSS JOIN clock WHERE entente.day_start(s.on_day) <= clock.now),
    lent AS MATERIALIZED (
        SELECT d.role, d.scope AS asked, g.scope FROM delegated d
            JOIN granted g ON g.person = d.grantor AND g.role = d.role)
    SELECT g.role, g.scope FROM granted g WHERE g.person = who
    UNION
    SELECT l.role, CASE WHEN l.asked = '*' THEN l.scope ELSE l.asked END FROM lent l
    WHERE l.asked IN ('*', l.scope) OR l.scope = '*'
    UNION
    SELECT l.role, 'agreement:' || a.id FROM lent l
        JOIN entente.agreement a ON entente.covers(l.scope, a) AND entente.covers(l.asked, a)
    WHERE l.asked NOT IN ('*', l.scope) AND l.scope <> '*'
    UNION
    SELECT d.role, 'agreement:' || a.id FROM delegated d
        JOIN entente.named x ON x.person = d.grantor AND x.role = d.role
        JOIN entente.agreement a ON a.id = x.agreement AND entente.covers(d.scope, a);
END
$$;

CREATE FUNCTION entente.hidden_drafts() RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    AS $$
BEGIN
    IF entente.sees_all() AND (current_setting('entente.actor', true) = '*'
        OR EXISTS (SELECT FROM entente.held() h WHERE h.scope = '*' AND entente.reads_drafts(h.role)))
    THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT u.id FROM entente.unsent u;
END
$$;

CREATE TABLE entente.assignment (
    agreement uuid NOT NULL,
    role text NOT NULL,
    person uuid NOT NULL,
    seq bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    ended_seq bigint,
    ended_at timestamp with time zone
);

CREATE FUNCTION entente.in_office(x entente.assignment) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER COST 5000
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    RETURN x.role NOT IN ('ADM', 'ARCH', 'AUD', 'CSEL', 'DAF', 'DAJ', 'DG', 'DPO', 'DR', 'DU', 'FSD', 'INT', 'ITMO')
        OR EXISTS (
            SELECT FROM entente.role_grant g
                JOIN entente.person p ON p.id = g.person AND p.active
                JOIN entente.agreement a ON a.id = x.agreement
            WHERE g.person = x.person AND g.role = x.role
                AND tstzrange(g.valid_from, g.valid_until) @> entente.now()
                AND CASE split_part(g.scope, ':', 1)
                    WHEN 'unit' THEN substr(g.scope, 6) = entente.heir('unit', a.unit)
                    WHEN 'itmo' THEN substr(g.scope, 6) = entente.heir('itmo', a.itmo)
                    ELSE entente.covers(g.scope, a) END);
END
$$;

CREATE FUNCTION entente.instant_text(instant timestamp with time zone) RETURNS text
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
BEGIN
    RETURN to_char(instant AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
END
$$;

CREATE FUNCTION entente.is_draft(file uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT FROM entente.agreement a WHERE a.id = file AND a.reference IS NULL)
        AND NOT EXISTS (SELECT FROM entente.task t WHERE t.agreement = file AND t.process = 'life'
            AND t.closed_seq IS NULL AND t.role NOT IN ('PI_FR', 'PI_EXT', 'COORD'))
$$;

CREATE FUNCTION entente.is_fresh(c jsonb) RETURNS boolean
    LANGUAGE sql
    AS $$
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

CREATE FUNCTION entente.is_held(snapshot jsonb) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT coalesce(
        snapshot -> 'variables' -> 'hold' <> 'false'::jsonb,
        jsonb_array_length(coalesce(snapshot -> 'doers' -> 'hold', '[]'))
            > jsonb_array_length(coalesce(snapshot -> 'doers' -> 'release_hold', '[]')))
$$;

CREATE TABLE entente.call_mail (
    id uuid NOT NULL,
    call uuid NOT NULL,
    seq bigint NOT NULL,
    person uuid NOT NULL,
    message_id text NOT NULL,
    to_name text NOT NULL,
    to_address text NOT NULL,
    subject text NOT NULL,
    text text NOT NULL,
    html text NOT NULL,
    language text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    status text DEFAULT 'owed'::text NOT NULL,
    verdicts jsonb DEFAULT '[]'::jsonb NOT NULL,
    settled_at timestamp with time zone,
    letterhead jsonb,
    eliminated_at timestamp with time zone,
    CONSTRAINT call_mail_message_id_check CHECK ((message_id ~~ '<%@%>'::text)),
    CONSTRAINT call_mail_status_check CHECK ((status = ANY (ARRAY['owed'::text, 'sent'::text, 'accepted'::text, 'bounced'::text, 'withdrawn'::text, 'failed'::text]))),
    CONSTRAINT call_mail_verdicts_check CHECK ((jsonb_typeof(verdicts) = 'array'::text))
);

CREATE FUNCTION entente.is_news(m entente.call_mail) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT EXISTS (
            SELECT FROM entente.call k
                JOIN entente.subscription s ON s.person = m.person AND s.instruments && k.instruments
                JOIN entente.person p ON p.id = s.person AND p.active
            WHERE k.id = m.call AND k.closes_at >= entente.now())
        AND NOT EXISTS (SELECT FROM entente.call_mail l
            WHERE l.call = m.call AND l.person = m.person AND l.seq > m.seq)
$$;

CREATE TABLE entente.digest (
    id uuid NOT NULL,
    person uuid NOT NULL,
    day date NOT NULL,
    kind text NOT NULL,
    message_id text NOT NULL,
    to_name text NOT NULL,
    to_address text NOT NULL,
    subject text NOT NULL,
    text text NOT NULL,
    html text NOT NULL,
    language text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    status text DEFAULT 'owed'::text NOT NULL,
    verdicts jsonb DEFAULT '[]'::jsonb NOT NULL,
    settled_at timestamp with time zone,
    letterhead jsonb,
    eliminated_at timestamp with time zone,
    CONSTRAINT digest_kind_check CHECK ((kind = ANY (ARRAY['steps'::text, 'office'::text]))),
    CONSTRAINT digest_message_id_check CHECK ((message_id ~~ '<%@%>'::text)),
    CONSTRAINT digest_status_check CHECK ((status = ANY (ARRAY['owed'::text, 'sent'::text, 'accepted'::text, 'bounced'::text, 'withdrawn'::text, 'failed'::text]))),
    CONSTRAINT digest_verdicts_check CHECK ((jsonb_typeof(verdicts) = 'array'::text))
);

CREATE FUNCTION entente.is_past(d entente.digest) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT d.status IN ('accepted', 'withdrawn', 'bounced', 'failed')
        OR EXISTS (SELECT FROM entente.digest e WHERE e.person = d.person AND e.day > d.day)
$$;

CREATE FUNCTION entente.keep_clock() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'simulated time cannot end' USING ERRCODE = '42501';
    END IF;
    IF NOT EXISTS (SELECT FROM entente.institution WHERE simulated) THEN
        RAISE EXCEPTION 'only a simulated database has a simulated clock' USING ERRCODE = '42501';
    END IF;
    IF TG_OP = 'UPDATE' AND NEW.at < OLD.at THEN
        RAISE EXCEPTION 'the clock moves forward only' USING ERRCODE = '22008';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION entente.keep_institution() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'the institution of a database cannot be removed' USING ERRCODE = '42501';
    END IF;
    IF NEW.id <> OLD.id OR NEW.simulated <> OLD.simulated THEN
        RAISE EXCEPTION 'a simulated database cannot become real, nor change its institution' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION entente.make_passcode(passcode uuid, notice_id uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    PERFORM FROM entente.notice n WHERE n.id = notice_id FOR UPDATE;
    IF (SELECT count(*) FROM entente.passcode p
        WHERE p.notice = notice_id AND p.created_at > clock_timestamp() - interval '1 hour') >= 5 THEN
        RETURN false;
    END IF;
    INSERT INTO entente.passcode (id, notice, expires_at)
    VALUES (passcode, notice_id, clock_timestamp() + interval '15 minutes');
    INSERT INTO entente.job (kind, key, payload, recipient, attempts_max)
    SELECT 'passcode', passcode::text, json_build_object('passcode', passcode)::text, n.to_address, 5
    FROM entente.notice n WHERE n.id = notice_id;
    RETURN true;
END $$;

CREATE FUNCTION entente.make_reset(reset uuid, code_hash text, address text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    owner uuid;
    asked timestamptz := clock_timestamp();
BEGIN
    SELECT p.id INTO owner FROM entente.person p JOIN entente.account a ON a.person = p.id
    WHERE lower(p.email) = lower(address) AND p.active AND p.left_at IS NULL
        AND a.password IS NOT NULL AND a.disabled_at IS NULL
        AND NOT EXISTS (SELECT FROM entente.person q WHERE lower(q.email) = lower(p.email) AND q.id <> p.id)
        AND (SELECT count(*) FROM entente.invitation i
            WHERE i.person = p.id AND i.created_at > asked - interval '1 hour') < 5;
    DELETE FROM entente.invitation i WHERE i.person IS NULL AND i.expires_at < asked;
    INSERT INTO entente.invitation (hash, person, created_at, expires_at)
    VALUES (code_hash, owner, asked, asked + interval '10 minutes');
    INSERT INTO entente.job (kind, key, payload, attempts_max)
    VALUES ('reset', reset::text, json_build_object('reset', reset)::text, 5);
END $$;

CREATE TABLE entente.measure (
    id uuid NOT NULL,
    target text NOT NULL,
    kind text NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_until timestamp with time zone,
    legal_reference text NOT NULL,
    seq bigint NOT NULL,
    ended_seq bigint,
    exempt text[],
    CONSTRAINT measure_dates CHECK ((valid_until >= valid_from)),
    CONSTRAINT measure_kind_check CHECK ((kind = ANY (ARRAY['no_new'::text, 'no_payment'::text, 'exclude_public'::text, 'no_event'::text, 'screen'::text])))
);

CREATE FUNCTION entente.measure_json(m entente.measure) RETURNS jsonb
    LANGUAGE sql STABLE
    AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object(
        'id', m.id, 'target', m.target, 'kind', m.kind, 'from', entente.instant_text(m.valid_from),
        'until', entente.instant_text(m.valid_until), 'legalReference', m.legal_reference, 'exempt', m.exempt))
$$;

CREATE FUNCTION entente.named_people(snapshot jsonb) RETURNS SETOF uuid
    LANGUAGE sql STABLE
    AS $_$
    SELECT (s ->> 'person')::uuid FROM jsonb_array_elements(snapshot -> 'assignments') s
    UNION
    SELECT (s ->> 'person')::uuid FROM jsonb_array_elements(snapshot -> 'signatures') s
    UNION
    SELECT d::uuid FROM jsonb_each(snapshot -> 'doers') e, jsonb_array_elements_text(e.value) d
    UNION
    SELECT (v #>> '{}')::uuid
    FROM (SELECT snapshot -> 'variables' UNION ALL SELECT p.value -> 'item' FROM jsonb_each(snapshot -> 'processes') p)
        AS said (by), jsonb_path_query(said.by,
        '$.** ? (@.type() == "string" && @ like_regex "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$")') v
$_$;

CREATE FUNCTION entente.namesakes(name text, besides uuid) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 2
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    AS $$
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

CREATE FUNCTION entente.next_call_news() RETURNS timestamp with time zone
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT min(k.opens_at) FROM entente.call k
    WHERE k.opens_at > entente.now()
        AND EXISTS (SELECT FROM entente.subscription s WHERE s.instruments && k.instruments)
$$;

CREATE FUNCTION entente.notices_to(pattern text) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    AS $$
BEGIN
    RETURN QUERY
    SELECT n.id FROM entente.notice n WHERE n.to_address ILIKE pattern OR n.to_name ILIKE pattern;
END
$$;

CREATE FUNCTION entente.now() RETURNS timestamp with time zone
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN coalesce((SELECT at FROM entente.clock), date_trunc('milliseconds', clock_timestamp()));
END
$$;

COMMENT ON FUNCTION entente.now() IS 'Legal time: the simulated instant, or the clock of the database cut to milliseconds.';

CREATE TABLE entente.organisation (
    id text NOT NULL,
    name text NOT NULL,
    country text NOT NULL,
    kind text NOT NULL,
    home boolean NOT NULL,
    seq bigint NOT NULL,
    city text,
    CONSTRAINT organisation_city_check CHECK (((char_length(city) >= 1) AND (char_length(city) <= 120))),
    CONSTRAINT organisation_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT organisation_id_check CHECK (((char_length(id) >= 1) AND (char_length(id) <= 64))),
    CONSTRAINT organisation_kind_check CHECK ((kind = ANY (ARRAY['epst'::text, 'epscp'::text, 'epic'::text, 'foreign'::text, 'other'::text])))
);

CREATE FUNCTION entente.organisation_json(o entente.organisation) RETURNS jsonb
    LANGUAGE sql STABLE
    AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object(
        'id', o.id, 'name', o.name, 'city', o.city, 'country', o.country, 'kind', o.kind, 'home', o.home))
$$;

CREATE FUNCTION entente.own_asks() RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 4
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    RETURN QUERY SELECT t.agreement FROM entente.asked(entente.asking()) t;
END
$$;

CREATE FUNCTION entente.own_bars() RETURNS TABLE(agreement uuid, role text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 2
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    RETURN QUERY SELECT b.stream::uuid, b.role FROM entente.barred(entente.asking()) b;
END
$$;

CREATE FUNCTION entente.own_wide() RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER COST 80000 ROWS 1
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM entente.held() h WHERE h.scope = '*' AND h.role <> 'EXP') THEN
        RETURN;
    END IF;
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

CREATE FUNCTION entente.put_agreement(c jsonb) RETURNS boolean
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

CREATE FUNCTION entente.put_notices(c jsonb, agreement_id uuid) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO entente.notice (
        id, agreement, event_seq, notice, recipient, process, state, entry_seq, occurrence, reminder, task, message_id,
        to_name, to_address, copy, subject, text, html, language, created_at)
    SELECT
        n.id, agreement_id, n.event_seq, n.notice, n.recipient, n.process, n.state, n.entry_seq, n.occurrence,
        n.reminder, CASE WHEN n.asks THEN entente.task_of(agreement_id, n.process, n.state, n.event_seq) END,
        n.message_id, n.to_name, n.to_address, n.copy, n.subject, n.text, n.html, n.language, n.created_at
    FROM jsonb_to_recordset(c -> 'notices') AS n (
        id uuid, event_seq bigint, notice text, recipient uuid, process text, state text, entry_seq bigint,
        occurrence text, reminder boolean, asks boolean, message_id text, to_name text, to_address text, copy text,
        subject text, text text, html text, language text, created_at timestamptz);

    INSERT INTO entente.job (kind, key, payload, agreement, event_seq, recipient, message_id, attempts_max)
    SELECT
        'mail', n.id::text, json_build_object('notice', n.id)::text, agreement_id, n.event_seq, n.to_address,
        n.message_id, 12
    FROM jsonb_to_recordset(c -> 'notices') AS n (id uuid, event_seq bigint, to_address text, message_id text);

    WITH ended AS MATERIALIZED (
        SELECT n.id
        FROM entente.notice n
        JOIN jsonb_to_recordset(c -> 'tasks_closed') AS x (id uuid) ON x.id = n.task
        JOIN entente.job j ON j.kind = 'mail' AND j.key = n.id::text
        WHERE n.status = 'owed' AND j.state = 'ready'
        FOR UPDATE OF j SKIP LOCKED
    ), withdrawn AS (
        UPDATE entente.notice SET status = 'withdrawn', settled_at = clock_timestamp()
        FROM ended WHERE entente.notice.id = ended.id
    )
    UPDATE entente.job
    SET state = 'cancelled', done_at = clock_timestamp(), last_error = 'withdrawn: the step ended before it was sent'
    FROM ended WHERE entente.job.kind = 'mail' AND entente.job.key = ended.id::text;
END $$;

CREATE FUNCTION entente.put_projections(c jsonb, agreement_id uuid) RETURNS void
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION entente.put_values(c jsonb, agreement_id uuid) RETURNS void
    LANGUAGE plpgsql
    AS $$
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

    PERFORM entente.eliminate(agreement_id, e.seq)
    FROM jsonb_to_recordset(c -> 'events') AS e (seq bigint, type text) WHERE e.type = 'values_eliminated';
END $$;

CREATE FUNCTION entente.reader_of(notice_id uuid) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT n.recipient FROM entente.notice n WHERE n.id = notice_id AND n.status <> 'withdrawn'
$$;

CREATE FUNCTION entente.reads_drafts(role text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
    SELECT role IN ('PI_FR', 'PI_EXT', 'COORD', 'DU', 'INT', 'DG', 'AUD')
$$;

CREATE FUNCTION entente.reads_title(file uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER COST 10000
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    asker CONSTANT uuid := entente.asking();
    is_draft CONSTANT boolean := entente.is_draft(file);
BEGIN
    RETURN EXISTS (SELECT FROM entente.roles_on(asker, file) r WHERE r.role IN (
        'PI_FR', 'PI_EXT', 'DU', 'DR', 'EXP', 'ITMO', 'CSEL', 'PART', 'SIG', 'COORD', 'COGES', 'COPIL', 'DAF', 'DAJ',
        'DPO', 'FSD', 'INT', 'AUD', 'DG', 'ARCH')
        AND (r.role <> 'EXP' OR entente.has_declared(asker, file))
        AND (NOT is_draft OR r.role IN ('PI_FR', 'PI_EXT', 'COORD', 'DU', 'INT', 'DG', 'AUD')));
END
$$;

CREATE FUNCTION entente.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION '% on % is refused: what was recorded stays', TG_OP, TG_TABLE_NAME USING ERRCODE = '42501';
END $$;

CREATE FUNCTION entente.register_facts(q jsonb) RETURNS jsonb
    LANGUAGE sql STABLE
    AS $$
    WITH wanted AS (SELECT x::uuid AS id FROM jsonb_array_elements_text(q -> 'people') x)
    SELECT jsonb_build_object(
        'now', entente.instant_text(entente.now()),
        'institution', (SELECT jsonb_build_object('id', i.id, 'zone', i.zone, 'calendar', i.calendar)
            FROM entente.institution i),
        'people', (SELECT jsonb_agg(jsonb_build_object(
                'id', p.id, 'active', p.active, 'organisation', p.organisation, 'unit', p.unit,
                'language', p.language, 'leftAt', entente.instant_text(p.left_at), 'name', p.name, 'email', p.email,
                'os_user', p.os_user))
            FROM entente.person p WHERE p.id IN (SELECT id FROM wanted)),
        'grants', (SELECT jsonb_agg(entente.grant_json(g) ORDER BY g.seq) FROM entente.role_grant g
            WHERE g.person IN (SELECT id FROM wanted) OR g.id = (q ->> 'grant')::uuid),
        'delegations', (SELECT jsonb_agg(entente.delegation_json(d) ORDER BY d.seq) FROM entente.delegation d
            WHERE d.grantor IN (SELECT id FROM wanted) OR d.grantee IN (SELECT id FROM wanted)
                OR d.id = (q ->> 'delegation')::uuid),
        'organisations', (SELECT jsonb_agg(entente.organisation_json(o)) FROM entente.organisation o),
        'measures', (SELECT jsonb_agg(entente.measure_json(m) ORDER BY m.seq) FROM entente.measure m),
        'absences', (SELECT jsonb_agg(entente.absence_json(a) ORDER BY a.seq) FROM entente.absence a
            WHERE a.person IN (SELECT id FROM wanted)),
        'successions', (SELECT jsonb_agg(entente.succession_json(s) ORDER BY s.seq) FROM entente.succession s),
        'calls', (SELECT jsonb_agg(entente.call_json(k, s)) FROM entente.call k
            JOIN entente.stream s ON s.stream = k.id::text WHERE k.id = (q ->> 'call')::uuid),
        'countries', CASE WHEN q ->> 'country' IS NOT NULL THEN
            (SELECT jsonb_agg(entente.country_json(r) ORDER BY r.id) FROM entente.reference r WHERE r.list = 'country')
            END)
$$;

CREATE FUNCTION entente.reset_letter(code_hash text) RETURNS TABLE(name text, email text, language text, created_at timestamp with time zone, open boolean)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 1
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT p.name, p.email, coalesce(a.language, p.language), i.created_at,
        i.used_at IS NULL AND i.expires_at > clock_timestamp() AND p.active AND p.left_at IS NULL
            AND a.disabled_at IS NULL
    FROM entente.invitation i
        JOIN entente.person p ON p.id = i.person
        LEFT JOIN entente.account a ON a.person = p.id
    WHERE i.hash = code_hash
$$;

CREATE FUNCTION entente.roles_on(who uuid, agreement_id uuid) RETURNS TABLE(role text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 4
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT h.role FROM entente.held_by(who) h
        JOIN entente.agreement a ON a.id = agreement_id AND entente.covers(h.scope, a)
    WHERE h.role <> 'EXP'
        AND (h.scope = '*' AND h.role IN ('INT', 'DG', 'ADM', 'AUD') OR NOT EXISTS (
            SELECT FROM entente.named x WHERE x.agreement = a.id AND x.role = h.role))
        AND (a.id::text, h.role) NOT IN (SELECT b.stream, b.role FROM entente.barred(who) b)
    UNION
    SELECT x.role FROM entente.named x WHERE x.agreement = agreement_id AND x.person = who AND x.role <> 'EXP'
    UNION
    SELECT x.role FROM entente.delegated_to(who) d
        JOIN entente.named x ON x.agreement = agreement_id AND x.person = d.grantor AND x.role = d.role
        JOIN entente.agreement a ON a.id = x.agreement AND entente.covers(d.scope, a)
    WHERE x.role <> 'EXP'
    UNION
    SELECT t.role FROM entente.asked(who) t WHERE t.agreement = agreement_id;
END
$$;

CREATE FUNCTION entente.seal_event() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    NEW.seal := entente.event_seal(NEW.hash, NEW.xid, (
        SELECT e.seal FROM entente.event e WHERE e.stream = NEW.stream AND e.seq = NEW.seq - 1));
    RETURN NEW;
END $$;

CREATE FUNCTION entente.seal_of(stream text, seq bigint) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
    SELECT e.seal FROM entente.event e WHERE e.stream = $1 AND e.seq = $2
$_$;

CREATE FUNCTION entente.sees(file uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
DECLARE
    me uuid;
    a entente.agreement;
    is_sent boolean;
    is_seen boolean;
BEGIN
    IF current_setting('entente.actor', true) = '*' THEN
        RETURN entente.sees_all();
    END IF;
    me := entente.asking();
    SELECT * INTO a FROM entente.agreement x WHERE x.id = file;
    is_sent := NOT EXISTS (SELECT FROM entente.unsent u WHERE u.id = file);
    SELECT
        bool_or(h.scope = '*' AND h.role IN ('INT', 'DG', 'ADM', 'AUD'))
            AND (is_sent OR bool_or(h.scope = '*' AND entente.reads_drafts(h.role)))
        -- Whoever holds a role sees the files of its scope that name nobody for it.
        OR bool_or(entente.covers(h.scope, a) AND (is_sent OR entente.reads_drafts(h.role))
            AND NOT EXISTS (SELECT FROM entente.named x WHERE x.agreement = file AND x.role = h.role)
            AND NOT EXISTS (SELECT FROM entente.barred(me) b WHERE b.stream = file::text AND b.role = h.role))
        INTO is_seen
        FROM entente.held_by(me) h WHERE h.role <> 'EXP';
    RETURN coalesce(is_seen, false)
        OR EXISTS (SELECT FROM entente.named x WHERE x.agreement = file AND x.person = me AND x.role <> 'EXP'
            AND (is_sent OR entente.reads_drafts(x.role)))
        OR EXISTS (SELECT FROM entente.delegated_to(me) d
            JOIN entente.named x ON x.agreement = file AND x.person = d.grantor AND x.role = d.role AND x.role <> 'EXP'
            WHERE entente.covers(d.scope, a) AND (is_sent OR entente.reads_drafts(x.role)))
        OR EXISTS (SELECT FROM entente.asked(me) t WHERE t.agreement = file);
END
$$;

CREATE FUNCTION entente.sees_all() RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    IF current_setting('entente.actor', true) = '*' THEN
        RETURN pg_has_role(session_user, 'entente_engine', 'MEMBER');
    END IF;
    RETURN EXISTS (SELECT FROM entente.held() h WHERE h.scope = '*' AND h.role IN ('INT', 'DG', 'ADM', 'AUD'));
END
$$;

CREATE FUNCTION entente.sees_files() RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    RETURN entente.sees_all() OR EXISTS (
        SELECT FROM entente.held() h WHERE h.scope = '*' AND h.role <> 'EXP'
            AND NOT EXISTS (SELECT FROM entente.assignment x WHERE x.role = h.role AND x.ended_at IS NULL)
            AND NOT EXISTS (SELECT FROM entente.barred(entente.asking()) b WHERE b.role = h.role));
END
$$;

CREATE FUNCTION entente.snapshot(q jsonb) RETURNS jsonb
    LANGUAGE plpgsql STABLE
    SET plan_cache_mode TO 'force_generic_plan'
    AS $_$
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
    scopes := entente.with_successors(scopes);
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
                'language', p.language, 'leftAt', entente.instant_text(p.left_at), 'name', p.name, 'email', p.email,
                'os_user', p.os_user))
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
        'absences', (SELECT jsonb_agg(entente.absence_json(x) ORDER BY x.seq) FROM entente.absence x
            WHERE x.person = ANY (wanted)),
        'successions', (SELECT jsonb_agg(entente.succession_json(x) ORDER BY x.seq) FROM entente.succession x),
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
END $_$;

CREATE TABLE entente.subscription (
    person uuid NOT NULL,
    instruments text[] NOT NULL,
    seq bigint NOT NULL,
    CONSTRAINT subscription_seq_check CHECK ((seq >= 1))
);

CREATE FUNCTION entente.subscription_json(s entente.subscription) RETURNS jsonb
    LANGUAGE sql STABLE
    AS $$
    SELECT jsonb_build_object('person', s.person, 'instruments', s.instruments, 'seq', s.seq)
$$;

CREATE TABLE entente.succession_entry (
    kind text NOT NULL,
    code text NOT NULL,
    successor text NOT NULL,
    on_day date NOT NULL,
    seq bigint NOT NULL,
    undone_seq bigint,
    CONSTRAINT succession_check CHECK ((((char_length(successor) >= 1) AND (char_length(successor) <= 64)) AND (successor <> code))),
    CONSTRAINT succession_code_check CHECK (((char_length(code) >= 1) AND (char_length(code) <= 64))),
    CONSTRAINT succession_kind_check CHECK ((kind = ANY (ARRAY['itmo'::text, 'unit'::text])))
);

CREATE VIEW entente.succession AS
 SELECT e.kind,
    e.code,
    e.successor,
    e.on_day,
    e.seq
   FROM entente.succession_entry e
  WHERE (e.undone_seq IS NULL);

CREATE FUNCTION entente.succession_json(s entente.succession) RETURNS jsonb
    LANGUAGE sql STABLE
    AS $$
    SELECT jsonb_build_object('kind', s.kind, 'from', s.code, 'into', s.successor, 'on', s.on_day)
$$;

CREATE FUNCTION entente.taken_names(file uuid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    AS $$
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

CREATE FUNCTION entente.task_of(agreement_id uuid, process text, state text, seq bigint) RETURNS uuid
    LANGUAGE sql STABLE
    AS $_$
    SELECT t.id FROM entente.task t
    WHERE t.agreement = $1 AND t.process = $2 AND t.state = $3 AND t.opened_seq <= $4
        AND coalesce(t.closed_seq > $4, true)
    ORDER BY t.opened_seq DESC LIMIT 1
$_$;

CREATE TABLE entente.task (
    id uuid NOT NULL,
    agreement uuid NOT NULL,
    process text NOT NULL,
    state text NOT NULL,
    role text NOT NULL,
    role_of text NOT NULL,
    narrowed_to text,
    opened_seq bigint NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone,
    due_day date,
    closed_seq bigint,
    closed_at timestamp with time zone,
    CONSTRAINT task_closed CHECK ((((closed_seq IS NULL) = (closed_at IS NULL)) AND (closed_seq >= opened_seq)))
);

CREATE FUNCTION entente.tasks_of(who uuid, most bigint) RETURNS SETOF entente.task
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
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
                WHERE h.role = t.role AND h.scope LIKE 'party:%' AND entente.covers(h.scope, a)) END)
    SELECT t.* FROM entente.task t
    WHERE t.id IN (SELECT f.id FROM found f)
        AND ((SELECT entente.sees_files()) AND t.agreement NOT IN (SELECT entente.hidden_drafts())
            OR EXISTS (SELECT FROM entente.seen_file f WHERE f.id = t.agreement))
    ORDER BY t.due_at NULLS LAST, t.opened_at, t.id LIMIT most;
END
$$;

CREATE FUNCTION entente.told(payload jsonb) RETURNS jsonb
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $_$
BEGIN
    RETURN payload || jsonb_build_object('reads', '[]'::jsonb, 'notices', '[]'::jsonb, 'changes',
        jsonb_path_query_array(payload, '$.changes[*] ? (!(exists(@.timerArmed) || exists(@.timerClosed)
            || exists(@.taskOpened) || exists(@.taskClosed) || exists(@.moved) || exists(@.processStarted)
            || exists(@.processResumed) || exists(@.processClosed) || exists(@.did)))'));
END
$_$;

CREATE FUNCTION entente.with_successors(scopes text[]) RETURNS text[]
    LANGUAGE plpgsql STABLE
    AS $$
BEGIN
    RETURN (
        WITH RECURSIVE taken (scope) AS (
            SELECT unnest(scopes)
            UNION
            SELECT s.kind || ':' || s.successor FROM taken t
            JOIN entente.succession s ON s.kind || ':' || s.code = t.scope)
        SELECT array_agg(scope) FROM taken);
END
$$;

CREATE FUNCTION entente.work_kinds_of(who uuid, most bigint) RETURNS TABLE(workflow text, version text, definition text, role text, state text, steps bigint, late bigint, blocked bigint, legal text, held boolean, measured boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 20
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH measures AS MATERIALIZED (SELECT x.target FROM entente.measure x, (SELECT entente.now() AS now) c
        WHERE tstzrange(x.valid_from, x.valid_until) @> c.now)
    SELECT w.workflow, w.version, w.definition, w.role, w.state, count(*),
        count(*) FILTER (WHERE w.late), count(*) FILTER (WHERE w.blocked), w.legal, w.held, w.measured
    FROM (SELECT a.workflow, a.version, p.definition, t.role, t.state, t.due_at, t.opened_at, a.legal, a.held, a.blocked,
            t.due_at < c.now AS late,
            EXISTS (SELECT FROM measures m WHERE m.target = ANY (a.parties) OR EXISTS (
                SELECT FROM entente.organisation o WHERE o.id = ANY (a.parties) AND o.country = m.target)) AS measured
        FROM (SELECT entente.now() AS now) c CROSS JOIN entente.tasks_of(who, most) t
            JOIN entente.agreement a ON a.id = t.agreement
            JOIN entente.process p ON p.agreement = t.agreement AND p.path = t.process) w
    GROUP BY w.workflow, w.version, w.definition, w.role, w.state, w.legal, w.held, w.measured
    ORDER BY min(w.due_at), min(w.opened_at);
END
$$;

CREATE FUNCTION entente.work_of(who uuid, most bigint) RETURNS TABLE(id uuid, agreement uuid, process text, state text, role text, narrowed_to text, opened_at timestamp with time zone, due_at timestamp with time zone, due_day date, reference text, instrument text, workflow text, version text, definition text, subject text, amount bigint, countries text[], blocked boolean, revised boolean, legal text, held boolean, measured boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET plan_cache_mode TO 'force_generic_plan'
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

CREATE TABLE entente.institution (
    one boolean DEFAULT true NOT NULL,
    id text NOT NULL,
    name text NOT NULL,
    zone text DEFAULT 'Europe/Paris'::text NOT NULL,
    calendar jsonb,
    contact text NOT NULL,
    simulated boolean NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    contact_setting text,
    CONSTRAINT institution_contact_check CHECK ((contact ~~ '%_@_%'::text)),
    CONSTRAINT institution_id_check CHECK ((id ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text)),
    CONSTRAINT institution_one_check CHECK (one),
    CONSTRAINT institution_simulated_contact CHECK (((NOT simulated) OR (contact ~~ '%.example'::text)))
);

CREATE VIEW audit_v1.agreement AS
 SELECT a.id,
    i.id AS tenant,
    a.workflow,
    a.version AS wf_version,
    a.state,
    a.seq,
    a.head_hash,
    a.legal,
    a.reference,
    a.register_number
   FROM (entente.agreement a
     CROSS JOIN entente.institution i);

CREATE VIEW audit_v1.call_mail AS
 SELECT m.id,
    m.call,
    m.seq,
    m.person,
    m.to_address,
    m.message_id,
    m.created_at,
    m.status,
    m.verdicts
   FROM entente.call_mail m;

CREATE VIEW audit_v1.checkpoint AS
 SELECT NULL::bigint AS n,
    NULL::timestamp with time zone AS at,
    NULL::text AS prev,
    NULL::bigint AS events,
    NULL::text AS root,
    NULL::text AS sig
  WHERE false;

CREATE VIEW audit_v1.delegation AS
 SELECT d.id,
    (d.grantor)::text AS grantor,
    (d.grantee)::text AS grantee,
    d.role,
    d.scope,
    tstzrange(d.valid_from, d.valid_until) AS valid,
    d.revoked_at
   FROM entente.delegation d;

CREATE VIEW audit_v1.digest AS
 SELECT d.id,
    d.person,
    d.day,
    d.kind,
    d.to_address,
    d.message_id,
    d.created_at,
    d.status,
    d.verdicts
   FROM entente.digest d;

CREATE TABLE entente.document (
    id uuid NOT NULL,
    agreement uuid NOT NULL,
    seq bigint NOT NULL,
    kind text NOT NULL,
    version integer NOT NULL,
    language text,
    size integer NOT NULL,
    sha256 text,
    salted_hash text,
    added_at timestamp with time zone NOT NULL,
    file_name text,
    salt bytea,
    bytes bytea,
    eliminated_at timestamp with time zone,
    process text,
    CONSTRAINT document_hashed CHECK (((sha256 IS NOT NULL) OR (salted_hash IS NOT NULL))),
    CONSTRAINT document_salted_hash_check CHECK ((salted_hash ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT document_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT document_size_check CHECK ((size >= 0)),
    CONSTRAINT document_version_check CHECK ((version >= 1)),
    CONSTRAINT document_whole CHECK (((eliminated_at IS NOT NULL) OR (octet_length(bytes) = size)))
);

CREATE VIEW audit_v1.doc AS
 SELECT d.id,
    d.agreement AS agreement_id,
    COALESCE(d.sha256, d.salted_hash) AS sha256,
    d.size,
    (d.sha256 IS NULL) AS is_salted,
    d.eliminated_at
   FROM entente.document d;

CREATE VIEW audit_v1.event AS
 SELECT (e.stream)::uuid AS agreement_id,
    e.seq,
    e.type,
    e.from_state,
    e.to_state,
    e.actor,
    e.on_behalf_of,
    e.delegation,
    e.role,
    e.at,
    e.xid,
    e.request_id,
    e.payload,
    e.doc_hashes,
    e.prev_hash,
    e.hash,
    split_part(e.workflow, '@'::text, 2) AS wf_version,
    e.process,
    e.channel,
    e.operator,
    e.effective_on,
    e.workflow
   FROM (entente.event e
     JOIN entente.agreement a ON ((e.stream = (a.id)::text)));

CREATE VIEW audit_v1."grant" AS
 SELECT (g.person)::text AS actor,
    g.role,
    i.id AS tenant,
        CASE
            WHEN (g.scope ~~ 'agreement:%'::text) THEN (substr(g.scope, 11))::uuid
            ELSE NULL::uuid
        END AS agreement_id,
    tstzrange(g.valid_from, g.valid_until) AS valid,
    g.scope
   FROM (entente.role_grant g
     CROSS JOIN entente.institution i)
UNION ALL
 SELECT (x.person)::text AS actor,
    x.role,
    i.id AS tenant,
    x.agreement AS agreement_id,
    tstzrange(x.at, x.ended_at) AS valid,
    ('agreement:'::text || x.agreement) AS scope
   FROM (entente.assignment x
     CROSS JOIN entente.institution i);

CREATE TABLE entente.request (
    actor text NOT NULL,
    id text NOT NULL,
    fingerprint text NOT NULL,
    answer jsonb NOT NULL,
    stream text NOT NULL,
    seq bigint,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT request_actor_check CHECK (((char_length(actor) >= 1) AND (char_length(actor) <= 200))),
    CONSTRAINT request_id_check CHECK (((char_length(id) >= 1) AND (char_length(id) <= 200)))
);

CREATE VIEW audit_v1.idem AS
 SELECT r.actor,
    r.id AS key,
    r.fingerprint AS request_hash,
    'committed'::text AS status,
    r.seq AS event_seq,
    r.stream,
    r.answer
   FROM entente.request r;

CREATE TABLE entente.job (
    id bigint NOT NULL,
    kind text NOT NULL,
    key text NOT NULL,
    sequence text,
    payload text DEFAULT '{}'::text NOT NULL,
    agreement uuid,
    event_seq bigint,
    xid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    recipient text,
    message_id text,
    state text DEFAULT 'ready'::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    attempts_max integer DEFAULT 10 NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    run_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    claimed_at timestamp with time zone,
    lease_until timestamp with time zone,
    done_at timestamp with time zone,
    lease bigint DEFAULT 0 NOT NULL,
    runner text,
    last_error text,
    CONSTRAINT job_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT job_attempts_max_check CHECK ((attempts_max >= 1)),
    CONSTRAINT job_ended CHECK (((state = ANY (ARRAY['done'::text, 'dead'::text, 'cancelled'::text])) = (done_at IS NOT NULL))),
    CONSTRAINT job_key_check CHECK (((char_length(key) >= 1) AND (char_length(key) <= 400))),
    CONSTRAINT job_kind_check CHECK (((char_length(kind) >= 1) AND (char_length(kind) <= 64))),
    CONSTRAINT job_leased CHECK (((state = 'running'::text) = (lease_until IS NOT NULL))),
    CONSTRAINT job_payload_check CHECK ((octet_length(payload) <= 65536)),
    CONSTRAINT job_reason CHECK (((state <> ALL (ARRAY['dead'::text, 'cancelled'::text])) OR (last_error IS NOT NULL))),
    CONSTRAINT job_state_check CHECK ((state = ANY (ARRAY['ready'::text, 'running'::text, 'done'::text, 'dead'::text, 'cancelled'::text])))
);

CREATE VIEW audit_v1.job AS
 SELECT j.id,
    j.kind,
    j.agreement AS agreement_id,
    j.event_seq,
    j.xid,
    j.recipient,
    j.message_id,
    j.state,
    j.attempts,
    j.run_at,
    j.lease_until,
    j.done_at,
    j.last_error
   FROM entente.job j;

CREATE TABLE entente.notice (
    id uuid NOT NULL,
    agreement uuid NOT NULL,
    event_seq bigint NOT NULL,
    notice text NOT NULL,
    recipient uuid NOT NULL,
    process text NOT NULL,
    state text NOT NULL,
    entry_seq bigint NOT NULL,
    occurrence text NOT NULL,
    reminder boolean NOT NULL,
    message_id text NOT NULL,
    to_name text NOT NULL,
    to_address text NOT NULL,
    copy text,
    subject text NOT NULL,
    text text NOT NULL,
    html text NOT NULL,
    language text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    status text DEFAULT 'owed'::text NOT NULL,
    verdicts jsonb DEFAULT '[]'::jsonb NOT NULL,
    settled_at timestamp with time zone,
    acknowledged_at timestamp with time zone,
    acknowledged_by text,
    acknowledged_because text,
    task uuid,
    eliminated_at timestamp with time zone,
    letterhead jsonb,
    CONSTRAINT notice_message_id_check CHECK ((message_id ~~ '<%@%>'::text)),
    CONSTRAINT notice_status_check CHECK ((status = ANY (ARRAY['owed'::text, 'sent'::text, 'accepted'::text, 'bounced'::text, 'withdrawn'::text, 'failed'::text]))),
    CONSTRAINT notice_verdicts_check CHECK ((jsonb_typeof(verdicts) = 'array'::text))
);

CREATE VIEW audit_v1.notice AS
 SELECT n.id,
    n.agreement AS agreement_id,
    n.event_seq,
    n.notice,
    n.recipient,
    n.to_address,
    n.copy,
    n.process,
    n.state AS of_state,
    n.entry_seq,
    n.occurrence,
    n.message_id,
    n.status,
    n.verdicts,
    n.acknowledged_at,
    n.acknowledged_by
   FROM entente.notice n;

CREATE VIEW audit_v1.party AS
 SELECT a.id AS agreement_id,
    p.n AS "position",
    p.party
   FROM (entente.agreement a
     CROSS JOIN LATERAL unnest(a.parties) WITH ORDINALITY p(party, n));

CREATE TABLE entente.process (
    agreement uuid NOT NULL,
    path text NOT NULL,
    definition text NOT NULL,
    status text NOT NULL,
    state text[] NOT NULL,
    outcome text,
    CONSTRAINT process_status_check CHECK ((status = ANY (ARRAY['active'::text, 'ended'::text, 'cancelled'::text])))
);

CREATE VIEW audit_v1.process AS
 SELECT p.agreement AS agreement_id,
    p.path,
    p.definition,
    p.status,
    p.state,
    p.outcome
   FROM entente.process p;

CREATE VIEW audit_v1.stream AS
 SELECT s.stream,
    i.id AS tenant,
    s.seq,
    s.head_hash
   FROM (entente.stream s
     CROSS JOIN entente.institution i);

CREATE VIEW audit_v1.stream_event AS
 SELECT e.stream,
    e.seq,
    e.type,
    e.from_state,
    e.to_state,
    e.actor,
    e.on_behalf_of,
    e.delegation,
    e.role,
    e.at,
    e.xid,
    e.request_id,
    e.payload,
    e.doc_hashes,
    e.prev_hash,
    e.hash,
    e.process,
    e.channel,
    e.operator,
    e.effective_on,
    e.workflow
   FROM (entente.event e
     JOIN entente.stream s USING (stream));

CREATE VIEW audit_v1.task AS
 SELECT t.id,
    t.agreement AS agreement_id,
    t.process,
    t.state AS of_state,
    t.role,
    t.narrowed_to,
    t.opened_seq,
    t.due_at,
    t.closed_seq
   FROM entente.task t;

CREATE TABLE entente.timer (
    id uuid NOT NULL,
    agreement uuid NOT NULL,
    process text NOT NULL,
    state text NOT NULL,
    entry_seq bigint NOT NULL,
    name text NOT NULL,
    due_at timestamp with time zone NOT NULL,
    document_order bigint NOT NULL,
    reminder boolean NOT NULL,
    status text DEFAULT 'armed'::text NOT NULL,
    armed_seq bigint NOT NULL,
    closed_seq bigint,
    CONSTRAINT timer_closed CHECK ((((status = 'armed'::text) = (closed_seq IS NULL)) AND (closed_seq >= armed_seq))),
    CONSTRAINT timer_status_check CHECK ((status = ANY (ARRAY['armed'::text, 'fired'::text, 'cancelled'::text])))
);

CREATE VIEW audit_v1.timer AS
 SELECT t.id,
    t.agreement AS agreement_id,
    t.armed_seq,
    t.due_at,
    t.status AS state,
    t.closed_seq,
    t.process,
    t.state AS of_state,
    t.name
   FROM entente.timer t;

CREATE TABLE entente.account (
    person uuid NOT NULL,
    password text,
    password_at timestamp with time zone,
    factor bytea,
    factor_step bigint DEFAULT 0 NOT NULL,
    language text,
    disabled_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT account_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text])))
);

CREATE TABLE entente.call_told (
    call uuid NOT NULL,
    seq bigint NOT NULL,
    at timestamp with time zone NOT NULL
);

CREATE TABLE entente.clock (
    one boolean DEFAULT true NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT clock_at_check CHECK ((at = date_trunc('milliseconds'::text, at))),
    CONSTRAINT clock_one_check CHECK (one)
);

CREATE TABLE entente.counter (
    series text NOT NULL,
    value integer NOT NULL,
    CONSTRAINT counter_series_check CHECK (((char_length(series) >= 1) AND (char_length(series) <= 64))),
    CONSTRAINT counter_value_check CHECK ((value >= 1))
);

CREATE TABLE entente.draft (
    person uuid NOT NULL,
    form text NOT NULL,
    fields jsonb NOT NULL,
    saved_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT draft_form_check CHECK (((char_length(form) >= 1) AND (char_length(form) <= 200)))
);

CREATE TABLE entente.erasable_value (
    id uuid NOT NULL,
    stream text NOT NULL,
    salt bytea,
    value jsonb,
    eliminated_at timestamp with time zone,
    CONSTRAINT erasable_value_salt_check CHECK ((octet_length(salt) = 16)),
    CONSTRAINT erasable_value_whole CHECK (((eliminated_at IS NULL) = ((salt IS NOT NULL) AND (value IS NOT NULL))))
);

CREATE TABLE entente.invitation (
    hash text NOT NULL,
    person uuid,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT invitation_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
);

CREATE TABLE entente.job_attempt (
    job bigint NOT NULL,
    lease bigint NOT NULL,
    attempt integer NOT NULL,
    runner text,
    claimed_at timestamp with time zone,
    ended_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    error text NOT NULL
);

ALTER TABLE entente.job ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME entente.job_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE entente.login_attempt (
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    account text NOT NULL,
    address text NOT NULL,
    succeeded boolean NOT NULL,
    CONSTRAINT login_attempt_account_check CHECK ((account ~ '^[0-9a-f]{64}$'::text))
);

CREATE TABLE entente.migration (
    number integer NOT NULL,
    name text NOT NULL,
    sha256 text NOT NULL,
    applied_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

CREATE VIEW entente.named AS
 SELECT x.agreement,
    x.role,
    x.person
   FROM entente.assignment x
  WHERE ((x.ended_at IS NULL) AND entente.in_office(x.*));

CREATE TABLE entente.passcode (
    id uuid NOT NULL,
    notice uuid NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    tries integer DEFAULT 0 NOT NULL,
    used_at timestamp with time zone
);

CREATE TABLE entente.person (
    id uuid NOT NULL,
    active boolean DEFAULT true NOT NULL,
    organisation text,
    unit text,
    language text,
    seq bigint NOT NULL,
    authority bigint DEFAULT 1 NOT NULL,
    name text,
    email text,
    os_user text,
    eliminated_at timestamp with time zone,
    left_at timestamp with time zone,
    salt bytea,
    contact_hash text,
    CONSTRAINT person_contact_hash_check CHECK ((contact_hash ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT person_erased CHECK (((eliminated_at IS NULL) OR ((name IS NULL) AND (email IS NULL) AND (os_user IS NULL)))),
    CONSTRAINT person_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
    CONSTRAINT person_salt_check CHECK ((octet_length(salt) = 16)),
    CONSTRAINT person_salted CHECK (((contact_hash IS NULL) OR (salt IS NOT NULL) OR (eliminated_at IS NOT NULL)))
);

CREATE TABLE entente.recovery_code (
    person uuid NOT NULL,
    hash text NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT recovery_code_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
);

ALTER TABLE entente.reference ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME entente.reference_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE entente.reference_load (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    day date NOT NULL,
    sha256 text NOT NULL,
    opened integer NOT NULL,
    closed integer NOT NULL,
    CONSTRAINT reference_load_closed_check CHECK ((closed >= 0)),
    CONSTRAINT reference_load_opened_check CHECK ((opened >= 0)),
    CONSTRAINT reference_load_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

ALTER TABLE entente.reference_load ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME entente.reference_load_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE VIEW entente.unsent AS
 SELECT a.id
   FROM entente.agreement a
  WHERE ((a.reference IS NULL) AND (NOT (EXISTS ( SELECT
           FROM entente.task t
          WHERE ((t.agreement = a.id) AND (t.process = 'life'::text) AND (t.role <> ALL (ARRAY['PI_FR'::text, 'PI_EXT'::text, 'COORD'::text])))))));

CREATE VIEW entente.seen_file AS
 WITH me AS MATERIALIZED (
         SELECT entente.asking() AS id
        ), barred AS MATERIALIZED (
         SELECT b.agreement,
            b.role
           FROM entente.own_bars() b(agreement, role)
        ), scoped AS MATERIALIZED (
         SELECT h.role,
                CASE
                    WHEN (h.scope ~~ 'agreement:%'::text) THEN (substr(h.scope, 11))::uuid
                    ELSE NULL::uuid
                END AS agreement,
                CASE
                    WHEN (h.scope ~~ 'unit:%'::text) THEN substr(h.scope, 6)
                    ELSE NULL::text
                END AS unit,
                CASE
                    WHEN (h.scope ~~ 'itmo:%'::text) THEN substr(h.scope, 6)
                    ELSE NULL::text
                END AS itmo,
                CASE
                    WHEN (h.scope ~~ 'instrument:%'::text) THEN substr(h.scope, 12)
                    ELSE NULL::text
                END AS instrument,
                CASE
                    WHEN (h.scope ~~ 'party:%'::text) THEN ARRAY[substr(h.scope, 7)]
                    ELSE NULL::text[]
                END AS party
           FROM entente.held() h(role, scope)
          WHERE (h.role <> 'EXP'::text)
        ), lent AS MATERIALIZED (
         SELECT d.grantor,
            d.role,
            d.scope
           FROM me,
            LATERAL entente.delegated_to(me.id) d(grantor, role, scope)
        )
 SELECT a.id
   FROM (scoped h
     JOIN entente.agreement a ON (((a.id = h.agreement) OR (a.unit = h.unit) OR (a.itmo = h.itmo) OR (a.instrument = h.instrument) OR (a.parties @> h.party))))
  WHERE ((( SELECT x.person
           FROM entente.named x
          WHERE ((x.agreement = a.id) AND (x.role = h.role))
         LIMIT 1) IS NULL) AND (( SELECT b.role
           FROM barred b
          WHERE ((b.agreement = a.id) AND (b.role = h.role))
         LIMIT 1) IS NULL) AND (entente.reads_drafts(h.role) OR (a.reference IS NOT NULL) OR (NOT (EXISTS ( SELECT
           FROM entente.unsent u
          WHERE (u.id = a.id))))))
UNION ALL
 SELECT w.agreement AS id
   FROM entente.own_wide() w(agreement)
UNION ALL
 SELECT x.agreement AS id
   FROM (me
     JOIN entente.named x ON ((x.person = me.id)))
  WHERE ((x.role <> 'EXP'::text) AND (entente.reads_drafts(x.role) OR (NOT (EXISTS ( SELECT
           FROM entente.unsent u
          WHERE (u.id = x.agreement))))))
UNION ALL
 SELECT x.agreement AS id
   FROM ((lent d
     JOIN entente.named x ON (((x.person = d.grantor) AND (x.role = d.role) AND (x.role <> 'EXP'::text))))
     JOIN entente.agreement a ON (((a.id = x.agreement) AND entente.covers(d.scope, a.*))))
  WHERE (entente.reads_drafts(x.role) OR (NOT (EXISTS ( SELECT
           FROM entente.unsent u
          WHERE (u.id = a.id)))))
UNION ALL
 SELECT t.agreement AS id
   FROM entente.own_asks() t(agreement);

CREATE TABLE entente.session (
    id uuid NOT NULL,
    token_hash text NOT NULL,
    person uuid NOT NULL,
    notice uuid,
    address text NOT NULL,
    agent text NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    seen_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    fresh_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT session_token_hash_check CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text))
);

CREATE TABLE entente.timer_trouble (
    timer uuid NOT NULL,
    agreement uuid NOT NULL,
    code text NOT NULL,
    cause_fr text NOT NULL,
    cause_en text NOT NULL,
    rule text,
    attempts integer DEFAULT 1 NOT NULL,
    since timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    retry_at timestamp with time zone NOT NULL,
    CONSTRAINT timer_trouble_attempts_check CHECK ((attempts >= 1))
);

CREATE TABLE entente.workflow (
    id text NOT NULL,
    version text NOT NULL,
    sources jsonb NOT NULL,
    sha256 text NOT NULL,
    published_at timestamp with time zone NOT NULL,
    seq bigint NOT NULL,
    CONSTRAINT workflow_id_check CHECK (((char_length(id) >= 1) AND (char_length(id) <= 64))),
    CONSTRAINT workflow_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT workflow_version_check CHECK (((char_length(version) >= 1) AND (char_length(version) <= 64)))
);

ALTER TABLE ONLY entente.absence
    ADD CONSTRAINT absence_pkey PRIMARY KEY (id);

ALTER TABLE ONLY entente.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (person);

ALTER TABLE ONLY entente.agreement
    ADD CONSTRAINT agreement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY entente.agreement
    ADD CONSTRAINT agreement_reference_key UNIQUE (reference);

ALTER TABLE ONLY entente.agreement
    ADD CONSTRAINT agreement_register_number_key UNIQUE (register_number);

ALTER TABLE ONLY entente.assignment
    ADD CONSTRAINT assignment_pkey PRIMARY KEY (agreement, role, person, seq);

ALTER TABLE ONLY entente.call_mail
    ADD CONSTRAINT call_mail_message_id_key UNIQUE (message_id);

ALTER TABLE ONLY entente.call_mail
    ADD CONSTRAINT call_mail_once UNIQUE (call, seq, person);

ALTER TABLE ONLY entente.call_mail
    ADD CONSTRAINT call_mail_pkey PRIMARY KEY (id);

ALTER TABLE ONLY entente.call
    ADD CONSTRAINT call_pkey PRIMARY KEY (id);

ALTER TABLE ONLY entente.call_told
    ADD CONSTRAINT call_told_pkey PRIMARY KEY (call, seq);

ALTER TABLE ONLY entente.clock
    ADD CONSTRAINT clock_pkey PRIMARY KEY (one);

ALTER TABLE ONLY entente.counter
    ADD CONSTRAINT counter_pkey PRIMARY KEY (series);

ALTER TABLE ONLY entente.delegation
    ADD CONSTRAINT delegation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY entente.digest
    ADD CONSTRAINT digest_message_id_key UNIQUE (message_id);

ALTER TABLE ONLY entente.digest
    ADD CONSTRAINT digest_once UNIQUE (person, day);

ALTER TABLE ONLY entente.digest
    ADD CONSTRAINT digest_pkey PRIMARY KEY (id);

ALTER TABLE ONLY entente.document
    ADD CONSTRAINT document_pkey PRIMARY KEY (id);

ALTER TABLE ONLY entente.draft
    ADD CONSTRAINT draft_pkey PRIMARY KEY (person, form);

ALTER TABLE ONLY entente.erasable_value
    ADD CONSTRAINT erasable_value_pkey PRIMARY KEY (id);

ALTER TABLE ONLY entente.event
    ADD CONSTRAINT event_hash_key UNIQUE (hash);

ALTER TABLE ONLY entente.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (stream, seq);

ALTER TABLE ONLY entente.institution
    ADD CONSTRAINT institution_pkey PRIMARY KEY (one);

ALTER TABLE ONLY entente.invitation
    ADD CONSTRAINT invitation_pkey PRIMARY KEY (hash);

ALTER TABLE ONLY entente.job_attempt
    ADD CONSTRAINT job_attempt_pkey PRIMARY KEY (job, lease);

ALTER TABLE ONLY entente.job
    ADD CONSTRAINT job_key UNIQUE (kind, key);

ALTER TABLE ONLY entente.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (id);

ALTER TABLE ONLY entente.measure
    ADD CONSTRAINT measure_pkey PRIMARY KEY (id);

ALTER TABLE ONLY entente.migration
    ADD CONSTRAINT migration_name_key UNIQUE (name);

ALTER TABLE ONLY entente.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (number);

ALTER TABLE entente.notice
    ADD CONSTRAINT notice_acknowledged CHECK ((((acknowledged_at IS NULL) = (acknowledged_because IS NULL)) AND ((acknowledged_at IS NULL) = (acknowledged_by IS NULL)))) NOT VALID;

ALTER TABLE ONLY entente.notice
    ADD CONSTRAINT notice_message_id_key UNIQUE (message_id);

ALTER TABLE ONLY entente.notice
    ADD CONSTRAINT notice_once UNIQUE (agreement, process, state, entry_seq, notice, recipient, occurrence);

ALTER TABLE ONLY entente.notice
    ADD CONSTRAINT notice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY entente.organisation
    ADD CONSTRAINT organisation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY entente.passcode
    ADD CONSTRAINT passcode_pkey PRIMARY KEY (id);

ALTER TABLE ONLY entente.person
    ADD CONSTRAINT person_os_user_key UNIQUE (os_user);

ALTER TABLE ONLY entente.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);

ALTER TABLE ONLY entente.process
    ADD CONSTRAINT process_pkey PRIMARY KEY (agreement, path);

ALTER TABLE ONLY entente.recovery_code
    ADD CONSTRAINT recovery_code_pkey PRIMARY KEY (person, hash);

ALTER TABLE ONLY entente.reference_load
    ADD CONSTRAINT reference_load_pkey PRIMARY KEY (id);

ALTER TABLE ONLY entente.reference
    ADD CONSTRAINT reference_pkey PRIMARY KEY (id);

ALTER TABLE ONLY entente.request
    ADD CONSTRAINT request_pkey PRIMARY KEY (actor, id);

ALTER TABLE ONLY entente.role_grant
    ADD CONSTRAINT role_grant_pkey PRIMARY KEY (id);

ALTER TABLE ONLY entente.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (id);

ALTER TABLE ONLY entente.session
    ADD CONSTRAINT session_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY entente.stream
    ADD CONSTRAINT stream_pkey PRIMARY KEY (stream);

ALTER TABLE ONLY entente.subscription
    ADD CONSTRAINT subscription_pkey PRIMARY KEY (person);

ALTER TABLE ONLY entente.succession_entry
    ADD CONSTRAINT succession_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY entente.task
    ADD CONSTRAINT task_pkey PRIMARY KEY (id);

ALTER TABLE ONLY entente.timer
    ADD CONSTRAINT timer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY entente.timer_trouble
    ADD CONSTRAINT timer_trouble_pkey PRIMARY KEY (timer);

ALTER TABLE ONLY entente.workflow
    ADD CONSTRAINT workflow_pkey PRIMARY KEY (id, version);

CREATE INDEX absence_person ON entente.absence USING btree (person);

CREATE INDEX agreement_acronym ON entente.agreement USING btree (acronym) WHERE (acronym IS NOT NULL);

CREATE INDEX agreement_by_reference ON entente.agreement USING btree (reference, id);

CREATE INDEX agreement_call ON entente.agreement USING btree (call) WHERE (call IS NOT NULL);

CREATE INDEX agreement_cites ON entente.agreement USING gin (((snapshot -> 'cites'::text)));

CREATE INDEX agreement_ending ON entente.agreement USING btree (term_end, id);

CREATE INDEX agreement_instrument ON entente.agreement USING btree (instrument, started_at);

CREATE INDEX agreement_itmo ON entente.agreement USING btree (itmo) WHERE (itmo IS NOT NULL);

CREATE INDEX agreement_legal ON entente.agreement USING btree (legal, instrument, itmo, term_end, id);

CREATE INDEX agreement_named ON entente.agreement USING gin (reference trigram.gin_trgm_ops, register_number trigram.gin_trgm_ops, unit trigram.gin_trgm_ops);

CREATE INDEX agreement_opened ON entente.agreement USING btree (started_at DESC, id);

CREATE INDEX agreement_parties ON entente.agreement USING gin (parties);

CREATE INDEX agreement_recent ON entente.agreement USING btree (updated_at DESC, id);

CREATE INDEX agreement_stage ON entente.agreement USING btree (id) INCLUDE (workflow, state, staged_at);

CREATE INDEX agreement_unit ON entente.agreement USING btree (unit) WHERE (unit IS NOT NULL);

CREATE INDEX agreement_unsent ON entente.agreement USING btree (id) WHERE (reference IS NULL);

CREATE INDEX assignment_open ON entente.assignment USING btree (agreement, role, person) WHERE (ended_at IS NULL);

CREATE INDEX assignment_person ON entente.assignment USING btree (person);

CREATE INDEX assignment_role ON entente.assignment USING btree (role) WHERE (ended_at IS NULL);

CREATE INDEX call_mail_created ON entente.call_mail USING btree (created_at);

CREATE INDEX delegation_grantee ON entente.delegation USING btree (grantee);

CREATE INDEX delegation_grantor ON entente.delegation USING btree (grantor);

CREATE INDEX digest_day ON entente.digest USING btree (day);

CREATE UNIQUE INDEX document_version ON entente.document USING btree (agreement, kind, COALESCE(process, ''::text), version);

CREATE INDEX erasable_value_folded ON entente.erasable_value USING btree (entente.folded((value #>> '{}'::text[]))) WHERE ((jsonb_typeof(value) = 'string'::text) AND (octet_length((value)::text) <= 100));

CREATE INDEX erasable_value_stream ON entente.erasable_value USING btree (stream);

CREATE INDEX erasable_value_words ON entente.erasable_value USING gin (entente.folded((value #>> '{}'::text[])) trigram.gin_trgm_ops) WHERE ((jsonb_typeof(value) = 'string'::text) AND (octet_length((value)::text) <= 400));

CREATE INDEX event_barring ON entente.event USING btree (stream) WHERE (type = ANY (ARRAY['recuse_opinion'::text, 'leave_ranking'::text, 'void_review'::text]));

CREATE INDEX invitation_person ON entente.invitation USING btree (person, created_at);

CREATE INDEX job_agreement ON entente.job USING btree (agreement) WHERE (agreement IS NOT NULL);

CREATE INDEX job_by_state ON entente.job USING btree (state, id);

CREATE INDEX job_dead_first ON entente.job USING btree (((state = 'dead'::text)) DESC, id DESC);

CREATE UNIQUE INDEX job_message ON entente.job USING btree (message_id) WHERE (message_id IS NOT NULL);

CREATE INDEX job_of_kind ON entente.job USING btree (kind, ((state = 'dead'::text)) DESC, id DESC);

CREATE INDEX job_ready ON entente.job USING btree (run_at, id) WHERE (state = 'ready'::text);

CREATE INDEX job_running ON entente.job USING btree (lease_until) WHERE (state = 'running'::text);

CREATE INDEX job_sequence ON entente.job USING btree (sequence, id) WHERE ((sequence IS NOT NULL) AND (state = ANY (ARRAY['ready'::text, 'running'::text])));

CREATE INDEX job_written ON entente.job USING btree (created_at);

CREATE INDEX login_attempt_account ON entente.login_attempt USING btree (account, at);

CREATE INDEX login_attempt_address ON entente.login_attempt USING btree (address, at);

CREATE INDEX notice_by_status ON entente.notice USING btree (status, created_at DESC, event_seq DESC, id);

CREATE INDEX notice_newest ON entente.notice USING btree (created_at DESC, event_seq DESC, id);

CREATE INDEX notice_of_task ON entente.notice USING btree (task) WHERE (status = 'owed'::text);

CREATE INDEX notice_open ON entente.notice USING btree (agreement) WHERE (status = ANY (ARRAY['owed'::text, 'sent'::text]));

CREATE INDEX notice_refused ON entente.notice USING btree (created_at) WHERE ((status = ANY (ARRAY['bounced'::text, 'failed'::text])) AND (acknowledged_at IS NULL));

CREATE INDEX notice_to ON entente.notice USING gin (to_address trigram.gin_trgm_ops, to_name trigram.gin_trgm_ops);

CREATE INDEX passcode_notice ON entente.passcode USING btree (notice, created_at);

CREATE INDEX process_life ON entente.process USING btree (agreement, status) WHERE (path = 'life'::text);

CREATE INDEX reference_member_of ON entente.reference USING btree (member) WHERE (list = 'region'::text);

CREATE UNIQUE INDEX reference_open ON entente.reference USING btree (list, code, member) NULLS NOT DISTINCT WHERE (valid_until IS NULL);

CREATE INDEX role_grant_person ON entente.role_grant USING btree (person);

CREATE INDEX role_grant_scope ON entente.role_grant USING btree (scope);

CREATE INDEX session_person ON entente.session USING btree (person) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX succession_once ON entente.succession_entry USING btree (kind, code) WHERE (undone_seq IS NULL);

CREATE INDEX task_agreement ON entente.task USING btree (agreement);

CREATE INDEX task_asked ON entente.task USING btree (narrowed_to) WHERE (role_of = 'person'::text);

CREATE INDEX task_due ON entente.task USING btree (due_at, opened_at, id) WHERE (closed_seq IS NULL);

CREATE INDEX task_narrowed ON entente.task USING btree (narrowed_to, role) WHERE ((closed_seq IS NULL) AND (narrowed_to IS NOT NULL));

CREATE INDEX task_of_file ON entente.task USING btree (agreement, role) WHERE (closed_seq IS NULL);

CREATE INDEX task_open ON entente.task USING btree (role, due_at) WHERE (closed_seq IS NULL);

CREATE INDEX timer_agreement ON entente.timer USING btree (agreement);

CREATE INDEX timer_armed ON entente.timer USING btree (agreement, due_at) WHERE (status = 'armed'::text);

CREATE INDEX timer_due ON entente.timer USING btree (due_at) WHERE (status = 'armed'::text);

CREATE INDEX timer_trouble_agreement ON entente.timer_trouble USING btree (agreement);

CREATE TRIGGER clock_keep BEFORE INSERT OR DELETE OR UPDATE ON entente.clock FOR EACH ROW EXECUTE FUNCTION entente.keep_clock();

CREATE TRIGGER event_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON entente.event FOR EACH STATEMENT EXECUTE FUNCTION entente.refuse_change();

ALTER TABLE entente.event ENABLE ALWAYS TRIGGER event_append_only;

CREATE TRIGGER event_sealed BEFORE INSERT ON entente.event FOR EACH ROW EXECUTE FUNCTION entente.seal_event();

CREATE TRIGGER institution_keep BEFORE DELETE OR UPDATE ON entente.institution FOR EACH ROW EXECUTE FUNCTION entente.keep_institution();

CREATE TRIGGER reference_kept BEFORE DELETE OR TRUNCATE ON entente.reference FOR EACH STATEMENT EXECUTE FUNCTION entente.refuse_change();

CREATE TRIGGER workflow_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON entente.workflow FOR EACH STATEMENT EXECUTE FUNCTION entente.refuse_change();

ALTER TABLE entente.workflow ENABLE ALWAYS TRIGGER workflow_append_only;

ALTER TABLE ONLY entente.absence
    ADD CONSTRAINT absence_person_fkey FOREIGN KEY (person) REFERENCES entente.person(id);

ALTER TABLE ONLY entente.account
    ADD CONSTRAINT account_person_fkey FOREIGN KEY (person) REFERENCES entente.person(id);

ALTER TABLE ONLY entente.agreement
    ADD CONSTRAINT agreement_call_fkey FOREIGN KEY (call) REFERENCES entente.call(id);

ALTER TABLE ONLY entente.agreement
    ADD CONSTRAINT agreement_workflow_version_fkey FOREIGN KEY (workflow, version) REFERENCES entente.workflow(id, version);

ALTER TABLE ONLY entente.assignment
    ADD CONSTRAINT assignment_agreement_fkey FOREIGN KEY (agreement) REFERENCES entente.agreement(id);

ALTER TABLE ONLY entente.call_mail
    ADD CONSTRAINT call_mail_call_seq_fkey FOREIGN KEY (call, seq) REFERENCES entente.call_told(call, seq);

ALTER TABLE ONLY entente.call_mail
    ADD CONSTRAINT call_mail_person_fkey FOREIGN KEY (person) REFERENCES entente.person(id);

ALTER TABLE ONLY entente.call_told
    ADD CONSTRAINT call_told_call_fkey FOREIGN KEY (call) REFERENCES entente.call(id);

ALTER TABLE ONLY entente.delegation
    ADD CONSTRAINT delegation_grantee_fkey FOREIGN KEY (grantee) REFERENCES entente.person(id);

ALTER TABLE ONLY entente.delegation
    ADD CONSTRAINT delegation_grantor_fkey FOREIGN KEY (grantor) REFERENCES entente.person(id);

ALTER TABLE ONLY entente.digest
    ADD CONSTRAINT digest_person_fkey FOREIGN KEY (person) REFERENCES entente.person(id);

ALTER TABLE ONLY entente.document
    ADD CONSTRAINT document_agreement_fkey FOREIGN KEY (agreement) REFERENCES entente.agreement(id);

ALTER TABLE ONLY entente.draft
    ADD CONSTRAINT draft_person_fkey FOREIGN KEY (person) REFERENCES entente.person(id);

ALTER TABLE ONLY entente.invitation
    ADD CONSTRAINT invitation_person_fkey FOREIGN KEY (person) REFERENCES entente.person(id);

ALTER TABLE ONLY entente.job_attempt
    ADD CONSTRAINT job_attempt_job_fkey FOREIGN KEY (job) REFERENCES entente.job(id);

ALTER TABLE ONLY entente.notice
    ADD CONSTRAINT notice_agreement_fkey FOREIGN KEY (agreement) REFERENCES entente.agreement(id);

ALTER TABLE ONLY entente.notice
    ADD CONSTRAINT notice_recipient_fkey FOREIGN KEY (recipient) REFERENCES entente.person(id);

ALTER TABLE ONLY entente.notice
    ADD CONSTRAINT notice_task_fkey FOREIGN KEY (task) REFERENCES entente.task(id);

ALTER TABLE ONLY entente.passcode
    ADD CONSTRAINT passcode_notice_fkey FOREIGN KEY (notice) REFERENCES entente.notice(id);

ALTER TABLE ONLY entente.process
    ADD CONSTRAINT process_agreement_fkey FOREIGN KEY (agreement) REFERENCES entente.agreement(id);

ALTER TABLE ONLY entente.recovery_code
    ADD CONSTRAINT recovery_code_person_fkey FOREIGN KEY (person) REFERENCES entente.account(person) ON DELETE CASCADE;

ALTER TABLE ONLY entente.reference
    ADD CONSTRAINT reference_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES entente.person(id);

ALTER TABLE ONLY entente.reference
    ADD CONSTRAINT reference_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES entente.person(id);

ALTER TABLE ONLY entente.role_grant
    ADD CONSTRAINT role_grant_person_fkey FOREIGN KEY (person) REFERENCES entente.person(id);

ALTER TABLE ONLY entente.session
    ADD CONSTRAINT session_notice_fkey FOREIGN KEY (notice) REFERENCES entente.notice(id);

ALTER TABLE ONLY entente.session
    ADD CONSTRAINT session_person_fkey FOREIGN KEY (person) REFERENCES entente.person(id);

ALTER TABLE ONLY entente.subscription
    ADD CONSTRAINT subscription_person_fkey FOREIGN KEY (person) REFERENCES entente.person(id);

ALTER TABLE ONLY entente.task
    ADD CONSTRAINT task_agreement_fkey FOREIGN KEY (agreement) REFERENCES entente.agreement(id);

ALTER TABLE ONLY entente.timer
    ADD CONSTRAINT timer_agreement_fkey FOREIGN KEY (agreement) REFERENCES entente.agreement(id);

ALTER TABLE ONLY entente.timer_trouble
    ADD CONSTRAINT timer_trouble_agreement_fkey FOREIGN KEY (agreement) REFERENCES entente.agreement(id);

ALTER TABLE ONLY entente.timer_trouble
    ADD CONSTRAINT timer_trouble_timer_fkey FOREIGN KEY (timer) REFERENCES entente.timer(id);

ALTER TABLE entente.agreement ENABLE ROW LEVEL SECURITY;

CREATE POLICY agreement_seen ON entente.agreement FOR SELECT TO entente_app USING (((( SELECT entente.sees_files() AS sees_files) AND ((id IN ( SELECT entente.hidden_drafts() AS hidden_drafts)) IS NOT TRUE)) OR (EXISTS ( SELECT
   FROM entente.seen_file f
  WHERE (f.id = agreement.id)))));

CREATE POLICY agreement_served ON entente.agreement TO entente_engine, entente_worker USING (true);

ALTER TABLE entente.assignment ENABLE ROW LEVEL SECURITY;

CREATE POLICY assignment_seen ON entente.assignment FOR SELECT TO entente_app USING (((( SELECT entente.sees_files() AS sees_files) AND ((agreement IN ( SELECT entente.hidden_drafts() AS hidden_drafts)) IS NOT TRUE)) OR (EXISTS ( SELECT
   FROM entente.seen_file f
  WHERE (f.id = assignment.agreement)))));

CREATE POLICY assignment_served ON entente.assignment TO entente_engine, entente_worker USING (true);

ALTER TABLE entente.call_mail ENABLE ROW LEVEL SECURITY;

CREATE POLICY call_mail_served ON entente.call_mail TO entente_worker USING (true);

ALTER TABLE entente.digest ENABLE ROW LEVEL SECURITY;

CREATE POLICY digest_served ON entente.digest TO entente_worker USING (true);

ALTER TABLE entente.document ENABLE ROW LEVEL SECURITY;

CREATE POLICY document_seen ON entente.document FOR SELECT TO entente_app USING (((( SELECT entente.sees_files() AS sees_files) AND ((agreement IN ( SELECT entente.hidden_drafts() AS hidden_drafts)) IS NOT TRUE)) OR (EXISTS ( SELECT
   FROM entente.seen_file f
  WHERE (f.id = document.agreement)))));

CREATE POLICY document_served ON entente.document TO entente_engine, entente_worker USING (true);

ALTER TABLE entente.draft ENABLE ROW LEVEL SECURITY;

CREATE POLICY draft_own ON entente.draft TO entente_app USING ((person = ( SELECT entente.asking() AS asking)));

ALTER TABLE entente.erasable_value ENABLE ROW LEVEL SECURITY;

CREATE POLICY erasable_value_seen ON entente.erasable_value FOR SELECT TO entente_app USING (((( SELECT entente.sees_files() AS sees_files) AND ((
CASE
    WHEN (octet_length(stream) = 36) THEN (stream)::uuid
    ELSE NULL::uuid
END IN ( SELECT entente.hidden_drafts() AS hidden_drafts)) IS NOT TRUE)) OR (EXISTS ( SELECT
   FROM entente.seen_file f
  WHERE (f.id =
        CASE
            WHEN (octet_length(erasable_value.stream) = 36) THEN (erasable_value.stream)::uuid
            ELSE NULL::uuid
        END)))));

CREATE POLICY erasable_value_served ON entente.erasable_value TO entente_engine, entente_worker USING (true);

ALTER TABLE entente.event ENABLE ROW LEVEL SECURITY;

CREATE POLICY event_seen ON entente.event FOR SELECT TO entente_app USING (((( SELECT entente.sees_files() AS sees_files) AND ((
CASE
    WHEN (octet_length(stream) = 36) THEN (stream)::uuid
    ELSE NULL::uuid
END IN ( SELECT entente.hidden_drafts() AS hidden_drafts)) IS NOT TRUE)) OR (EXISTS ( SELECT
   FROM entente.seen_file f
  WHERE (f.id =
        CASE
            WHEN (octet_length(event.stream) = 36) THEN (event.stream)::uuid
            ELSE NULL::uuid
        END))) OR (stream IN ( SELECT s.stream
   FROM entente.stream s
  WHERE (EXISTS ( SELECT
           FROM entente.held() held(role, scope)))))));

CREATE POLICY event_served ON entente.event TO entente_engine, entente_worker USING (true) WITH CHECK (((actor ~~ 'system:%'::text) OR (EXISTS ( SELECT
   FROM entente.person p
  WHERE (p.active AND (p.id =
        CASE
            WHEN (event.actor !~~ 'system:%'::text) THEN (event.actor)::uuid
            ELSE NULL::uuid
        END))))));

ALTER TABLE entente.job ENABLE ROW LEVEL SECURITY;

CREATE POLICY job_seen ON entente.job FOR SELECT TO entente_app USING (((( SELECT entente.sees_files() AS sees_files) AND ((agreement IN ( SELECT entente.hidden_drafts() AS hidden_drafts)) IS NOT TRUE)) OR (EXISTS ( SELECT
   FROM entente.seen_file f
  WHERE (f.id = job.agreement)))));

CREATE POLICY job_served ON entente.job TO entente_engine, entente_worker USING (true);

ALTER TABLE entente.notice ENABLE ROW LEVEL SECURITY;

CREATE POLICY notice_seen ON entente.notice FOR SELECT TO entente_app USING (((( SELECT entente.sees_files() AS sees_files) AND ((agreement IN ( SELECT entente.hidden_drafts() AS hidden_drafts)) IS NOT TRUE)) OR (EXISTS ( SELECT
   FROM entente.seen_file f
  WHERE (f.id = notice.agreement)))));

CREATE POLICY notice_served ON entente.notice TO entente_engine, entente_worker USING (true);

ALTER TABLE entente.process ENABLE ROW LEVEL SECURITY;

CREATE POLICY process_seen ON entente.process FOR SELECT TO entente_app USING (((( SELECT entente.sees_files() AS sees_files) AND ((agreement IN ( SELECT entente.hidden_drafts() AS hidden_drafts)) IS NOT TRUE)) OR (EXISTS ( SELECT
   FROM entente.seen_file f
  WHERE (f.id = process.agreement)))));

CREATE POLICY process_served ON entente.process TO entente_engine, entente_worker USING (true);

ALTER TABLE entente.request ENABLE ROW LEVEL SECURITY;

CREATE POLICY request_seen ON entente.request FOR SELECT TO entente_app USING ((( SELECT entente.sees_all() AS sees_all) OR false));

CREATE POLICY request_served ON entente.request TO entente_engine, entente_worker USING (true);

ALTER TABLE entente.subscription ENABLE ROW LEVEL SECURITY;

CREATE POLICY subscription_seen ON entente.subscription FOR SELECT TO entente_app USING ((( SELECT entente.sees_all() AS sees_all) OR (person = ( SELECT entente.asking() AS asking))));

CREATE POLICY subscription_served ON entente.subscription TO entente_engine USING (true);

ALTER TABLE entente.task ENABLE ROW LEVEL SECURITY;

CREATE POLICY task_seen ON entente.task FOR SELECT TO entente_app USING (((( SELECT entente.sees_files() AS sees_files) AND ((agreement IN ( SELECT entente.hidden_drafts() AS hidden_drafts)) IS NOT TRUE)) OR (EXISTS ( SELECT
   FROM entente.seen_file f
  WHERE (f.id = task.agreement)))));

CREATE POLICY task_served ON entente.task TO entente_engine, entente_worker USING (true);

ALTER TABLE entente.timer ENABLE ROW LEVEL SECURITY;

CREATE POLICY timer_seen ON entente.timer FOR SELECT TO entente_app USING (((( SELECT entente.sees_files() AS sees_files) AND ((agreement IN ( SELECT entente.hidden_drafts() AS hidden_drafts)) IS NOT TRUE)) OR (EXISTS ( SELECT
   FROM entente.seen_file f
  WHERE (f.id = timer.agreement)))));

CREATE POLICY timer_served ON entente.timer TO entente_engine, entente_worker USING (true);

ALTER TABLE entente.timer_trouble ENABLE ROW LEVEL SECURITY;

CREATE POLICY timer_trouble_seen ON entente.timer_trouble FOR SELECT TO entente_app USING (((( SELECT entente.sees_files() AS sees_files) AND ((agreement IN ( SELECT entente.hidden_drafts() AS hidden_drafts)) IS NOT TRUE)) OR (EXISTS ( SELECT
   FROM entente.seen_file f
  WHERE (f.id = timer_trouble.agreement)))));

CREATE POLICY timer_trouble_served ON entente.timer_trouble TO entente_engine, entente_worker USING (true);

GRANT USAGE ON SCHEMA audit_v1 TO entente_audit;

GRANT USAGE ON SCHEMA entente TO entente_app;
GRANT USAGE ON SCHEMA entente TO entente_engine;
GRANT USAGE ON SCHEMA entente TO entente_worker;

GRANT SELECT ON TABLE entente.absence TO entente_app;
GRANT SELECT,INSERT ON TABLE entente.absence TO entente_engine;

GRANT UPDATE(last_day) ON TABLE entente.absence TO entente_engine;

GRANT UPDATE(ended_seq) ON TABLE entente.absence TO entente_engine;

REVOKE ALL ON FUNCTION entente.absence_json(a entente.absence) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.absence_json(a entente.absence) TO entente_app;
GRANT ALL ON FUNCTION entente.absence_json(a entente.absence) TO entente_engine;

REVOKE ALL ON FUNCTION entente.append_events(events jsonb, head_seq bigint, head_hash text, head_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.append_events(events jsonb, head_seq bigint, head_hash text, head_at timestamp with time zone) TO entente_engine;

REVOKE ALL ON FUNCTION entente.asked(who uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION entente.asking() FROM PUBLIC;
GRANT ALL ON FUNCTION entente.asking() TO entente_app;

REVOKE ALL ON FUNCTION entente.barred(who uuid) FROM PUBLIC;

GRANT SELECT ON TABLE entente.call TO entente_app;
GRANT SELECT,INSERT ON TABLE entente.call TO entente_engine;

GRANT UPDATE(closes_at) ON TABLE entente.call TO entente_engine;

GRANT SELECT ON TABLE entente.stream TO entente_app;
GRANT SELECT,INSERT,UPDATE ON TABLE entente.stream TO entente_engine;

REVOKE ALL ON FUNCTION entente.call_json(k entente.call, s entente.stream) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.call_json(k entente.call, s entente.stream) TO entente_app;
GRANT ALL ON FUNCTION entente.call_json(k entente.call, s entente.stream) TO entente_engine;

REVOKE ALL ON FUNCTION entente.call_news() FROM PUBLIC;
GRANT ALL ON FUNCTION entente.call_news() TO entente_worker;

REVOKE ALL ON FUNCTION entente.commit_batch(batch jsonb, witnessed boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.commit_batch(batch jsonb, witnessed boolean) TO entente_engine;

REVOKE ALL ON FUNCTION entente.commit_one(c jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.commit_one(c jsonb) TO entente_engine;

GRANT SELECT ON TABLE entente.reference TO entente_app;
GRANT SELECT,INSERT ON TABLE entente.reference TO entente_engine;
GRANT SELECT ON TABLE entente.reference TO entente_worker;

GRANT UPDATE(valid_until) ON TABLE entente.reference TO entente_engine;

GRANT UPDATE(ended_by) ON TABLE entente.reference TO entente_engine;

REVOKE ALL ON FUNCTION entente.country_json(r entente.reference) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.country_json(r entente.reference) TO entente_engine;
GRANT ALL ON FUNCTION entente.country_json(r entente.reference) TO entente_app;

GRANT SELECT ON TABLE entente.agreement TO entente_app;
GRANT SELECT,INSERT,UPDATE ON TABLE entente.agreement TO entente_engine;
GRANT SELECT ON TABLE entente.agreement TO entente_worker;

REVOKE ALL ON FUNCTION entente.covers(scope text, a entente.agreement) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.covers(scope text, a entente.agreement) TO entente_app;

REVOKE ALL ON FUNCTION entente.day_start(day date) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.day_start(day date) TO entente_app;
GRANT ALL ON FUNCTION entente.day_start(day date) TO entente_engine;

REVOKE ALL ON FUNCTION entente.delegated_to(who uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.delegated_to(who uuid) TO entente_app;

GRANT SELECT ON TABLE entente.delegation TO entente_app;
GRANT SELECT,INSERT ON TABLE entente.delegation TO entente_engine;

GRANT UPDATE(revoked_at) ON TABLE entente.delegation TO entente_engine;

GRANT UPDATE(revoked_seq) ON TABLE entente.delegation TO entente_engine;

REVOKE ALL ON FUNCTION entente.delegation_json(d entente.delegation) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.delegation_json(d entente.delegation) TO entente_app;
GRANT ALL ON FUNCTION entente.delegation_json(d entente.delegation) TO entente_engine;

REVOKE ALL ON FUNCTION entente.due_files(until timestamp with time zone, most bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.due_files(until timestamp with time zone, most bigint) TO entente_app;

REVOKE ALL ON FUNCTION entente.earlier_answer(request jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.earlier_answer(request jsonb) TO entente_engine;

REVOKE ALL ON FUNCTION entente.eliminate(agreement_id uuid, event_seq bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.eliminate(agreement_id uuid, event_seq bigint) TO entente_engine;

REVOKE ALL ON FUNCTION entente.eliminate_access(event_seq bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.eliminate_access(event_seq bigint) TO entente_engine;

REVOKE ALL ON FUNCTION entente.eliminate_mails(event_seq bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.eliminate_mails(event_seq bigint) TO entente_engine;

REVOKE ALL ON FUNCTION entente.erasable(agreement_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.erasable(agreement_id uuid) TO entente_engine;

REVOKE ALL ON FUNCTION entente.erase_person(event_seq bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.erase_person(event_seq bigint) TO entente_engine;

REVOKE ALL ON FUNCTION entente.event_seal(hash text, xid xid8, seal_before text) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.event_seal(hash text, xid xid8, seal_before text) TO entente_engine;

GRANT SELECT ON TABLE entente.event TO entente_app;
GRANT SELECT,INSERT ON TABLE entente.event TO entente_engine;

REVOKE ALL ON FUNCTION entente.events_of(file uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.events_of(file uuid) TO entente_app;

REVOKE ALL ON FUNCTION entente.expired_access(before timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.expired_access(before timestamp with time zone) TO entente_app;

REVOKE ALL ON FUNCTION entente.expired_call_mails(before timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.expired_call_mails(before timestamp with time zone) TO entente_app;

REVOKE ALL ON FUNCTION entente.expired_digests(before timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.expired_digests(before timestamp with time zone) TO entente_app;

REVOKE ALL ON FUNCTION entente.expired_mails(before timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.expired_mails(before timestamp with time zone) TO entente_app;
GRANT ALL ON FUNCTION entente.expired_mails(before timestamp with time zone) TO entente_engine;

REVOKE ALL ON FUNCTION entente.file_named(name text, uuid_named uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.file_named(name text, uuid_named uuid) TO entente_app;

REVOKE ALL ON FUNCTION entente.files_with(word text) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.files_with(word text) TO entente_app;

REVOKE ALL ON FUNCTION entente.folded(name text) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.folded(name text) TO entente_app;
GRANT ALL ON FUNCTION entente.folded(name text) TO entente_engine;

GRANT SELECT ON TABLE entente.role_grant TO entente_app;
GRANT SELECT,INSERT ON TABLE entente.role_grant TO entente_engine;

GRANT UPDATE(valid_until) ON TABLE entente.role_grant TO entente_engine;

GRANT UPDATE(ended_seq) ON TABLE entente.role_grant TO entente_engine;

REVOKE ALL ON FUNCTION entente.grant_json(g entente.role_grant) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.grant_json(g entente.role_grant) TO entente_app;
GRANT ALL ON FUNCTION entente.grant_json(g entente.role_grant) TO entente_engine;

REVOKE ALL ON FUNCTION entente.has_declared(who uuid, file uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION entente.heir(kind text, code text) FROM PUBLIC;

REVOKE ALL ON FUNCTION entente.held() FROM PUBLIC;
GRANT ALL ON FUNCTION entente.held() TO entente_app;

REVOKE ALL ON FUNCTION entente.held_by(who uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.held_by(who uuid) TO entente_app;

REVOKE ALL ON FUNCTION entente.hidden_drafts() FROM PUBLIC;
GRANT ALL ON FUNCTION entente.hidden_drafts() TO entente_app;

GRANT SELECT ON TABLE entente.assignment TO entente_app;
GRANT SELECT,INSERT ON TABLE entente.assignment TO entente_engine;

GRANT UPDATE(ended_seq) ON TABLE entente.assignment TO entente_engine;

GRANT UPDATE(ended_at) ON TABLE entente.assignment TO entente_engine;

REVOKE ALL ON FUNCTION entente.in_office(x entente.assignment) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.in_office(x entente.assignment) TO entente_app;

REVOKE ALL ON FUNCTION entente.instant_text(instant timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.instant_text(instant timestamp with time zone) TO entente_app;
GRANT ALL ON FUNCTION entente.instant_text(instant timestamp with time zone) TO entente_engine;
GRANT ALL ON FUNCTION entente.instant_text(instant timestamp with time zone) TO entente_worker;

REVOKE ALL ON FUNCTION entente.is_draft(file uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION entente.is_fresh(c jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.is_fresh(c jsonb) TO entente_engine;

REVOKE ALL ON FUNCTION entente.is_held(snapshot jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.is_held(snapshot jsonb) TO entente_app;
GRANT ALL ON FUNCTION entente.is_held(snapshot jsonb) TO entente_engine;

GRANT SELECT,INSERT ON TABLE entente.call_mail TO entente_worker;

GRANT UPDATE(status) ON TABLE entente.call_mail TO entente_worker;

GRANT UPDATE(verdicts) ON TABLE entente.call_mail TO entente_worker;

GRANT UPDATE(settled_at) ON TABLE entente.call_mail TO entente_worker;

GRANT UPDATE(letterhead) ON TABLE entente.call_mail TO entente_worker;

REVOKE ALL ON FUNCTION entente.is_news(m entente.call_mail) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.is_news(m entente.call_mail) TO entente_worker;

GRANT SELECT,INSERT ON TABLE entente.digest TO entente_worker;

GRANT UPDATE(status) ON TABLE entente.digest TO entente_worker;

GRANT UPDATE(verdicts) ON TABLE entente.digest TO entente_worker;

GRANT UPDATE(settled_at) ON TABLE entente.digest TO entente_worker;

GRANT UPDATE(letterhead) ON TABLE entente.digest TO entente_worker;

REVOKE ALL ON FUNCTION entente.is_past(d entente.digest) FROM PUBLIC;

REVOKE ALL ON FUNCTION entente.keep_clock() FROM PUBLIC;
GRANT ALL ON FUNCTION entente.keep_clock() TO entente_engine;

REVOKE ALL ON FUNCTION entente.keep_institution() FROM PUBLIC;
GRANT ALL ON FUNCTION entente.keep_institution() TO entente_engine;

REVOKE ALL ON FUNCTION entente.make_passcode(passcode uuid, notice_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.make_passcode(passcode uuid, notice_id uuid) TO entente_app;

REVOKE ALL ON FUNCTION entente.make_reset(reset uuid, code_hash text, address text) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.make_reset(reset uuid, code_hash text, address text) TO entente_app;

GRANT SELECT ON TABLE entente.measure TO entente_app;
GRANT SELECT,INSERT ON TABLE entente.measure TO entente_engine;

GRANT UPDATE(valid_until) ON TABLE entente.measure TO entente_engine;

GRANT UPDATE(ended_seq) ON TABLE entente.measure TO entente_engine;

REVOKE ALL ON FUNCTION entente.measure_json(m entente.measure) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.measure_json(m entente.measure) TO entente_app;
GRANT ALL ON FUNCTION entente.measure_json(m entente.measure) TO entente_engine;

REVOKE ALL ON FUNCTION entente.named_people(snapshot jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.named_people(snapshot jsonb) TO entente_engine;

REVOKE ALL ON FUNCTION entente.namesakes(name text, besides uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.namesakes(name text, besides uuid) TO entente_app;

REVOKE ALL ON FUNCTION entente.next_call_news() FROM PUBLIC;
GRANT ALL ON FUNCTION entente.next_call_news() TO entente_worker;

REVOKE ALL ON FUNCTION entente.notices_to(pattern text) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.notices_to(pattern text) TO entente_app;

REVOKE ALL ON FUNCTION entente.now() FROM PUBLIC;
GRANT ALL ON FUNCTION entente.now() TO entente_app;
GRANT ALL ON FUNCTION entente.now() TO entente_engine;
GRANT ALL ON FUNCTION entente.now() TO entente_worker;

GRANT SELECT ON TABLE entente.organisation TO entente_app;
GRANT SELECT,INSERT ON TABLE entente.organisation TO entente_engine;

GRANT UPDATE(name) ON TABLE entente.organisation TO entente_engine;

GRANT UPDATE(country) ON TABLE entente.organisation TO entente_engine;

GRANT UPDATE(kind) ON TABLE entente.organisation TO entente_engine;

GRANT UPDATE(home) ON TABLE entente.organisation TO entente_engine;

GRANT UPDATE(seq) ON TABLE entente.organisation TO entente_engine;

GRANT UPDATE(city) ON TABLE entente.organisation TO entente_engine;

REVOKE ALL ON FUNCTION entente.organisation_json(o entente.organisation) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.organisation_json(o entente.organisation) TO entente_app;
GRANT ALL ON FUNCTION entente.organisation_json(o entente.organisation) TO entente_engine;

REVOKE ALL ON FUNCTION entente.own_asks() FROM PUBLIC;
GRANT ALL ON FUNCTION entente.own_asks() TO entente_app;

REVOKE ALL ON FUNCTION entente.own_bars() FROM PUBLIC;
GRANT ALL ON FUNCTION entente.own_bars() TO entente_app;

REVOKE ALL ON FUNCTION entente.own_wide() FROM PUBLIC;
GRANT ALL ON FUNCTION entente.own_wide() TO entente_app;

REVOKE ALL ON FUNCTION entente.put_agreement(c jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.put_agreement(c jsonb) TO entente_engine;

REVOKE ALL ON FUNCTION entente.put_notices(c jsonb, agreement_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.put_notices(c jsonb, agreement_id uuid) TO entente_engine;

REVOKE ALL ON FUNCTION entente.put_projections(c jsonb, agreement_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.put_projections(c jsonb, agreement_id uuid) TO entente_engine;

REVOKE ALL ON FUNCTION entente.put_values(c jsonb, agreement_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.put_values(c jsonb, agreement_id uuid) TO entente_engine;

REVOKE ALL ON FUNCTION entente.reader_of(notice_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.reader_of(notice_id uuid) TO entente_app;

REVOKE ALL ON FUNCTION entente.reads_drafts(role text) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.reads_drafts(role text) TO entente_app;

REVOKE ALL ON FUNCTION entente.reads_title(file uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION entente.refuse_change() FROM PUBLIC;
GRANT ALL ON FUNCTION entente.refuse_change() TO entente_engine;

REVOKE ALL ON FUNCTION entente.register_facts(q jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.register_facts(q jsonb) TO entente_engine;

REVOKE ALL ON FUNCTION entente.reset_letter(code_hash text) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.reset_letter(code_hash text) TO entente_worker;

REVOKE ALL ON FUNCTION entente.roles_on(who uuid, agreement_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.roles_on(who uuid, agreement_id uuid) TO entente_app;

REVOKE ALL ON FUNCTION entente.seal_event() FROM PUBLIC;

REVOKE ALL ON FUNCTION entente.seal_of(stream text, seq bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.seal_of(stream text, seq bigint) TO entente_engine;

REVOKE ALL ON FUNCTION entente.sees(file uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.sees(file uuid) TO entente_app;

REVOKE ALL ON FUNCTION entente.sees_all() FROM PUBLIC;
GRANT ALL ON FUNCTION entente.sees_all() TO entente_app;

REVOKE ALL ON FUNCTION entente.sees_files() FROM PUBLIC;
GRANT ALL ON FUNCTION entente.sees_files() TO entente_app;

REVOKE ALL ON FUNCTION entente.snapshot(q jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.snapshot(q jsonb) TO entente_engine;

GRANT SELECT ON TABLE entente.subscription TO entente_app;
GRANT SELECT,INSERT,UPDATE ON TABLE entente.subscription TO entente_engine;

REVOKE ALL ON FUNCTION entente.subscription_json(s entente.subscription) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.subscription_json(s entente.subscription) TO entente_app;
GRANT ALL ON FUNCTION entente.subscription_json(s entente.subscription) TO entente_engine;

GRANT SELECT ON TABLE entente.succession_entry TO entente_app;
GRANT SELECT,INSERT ON TABLE entente.succession_entry TO entente_engine;

GRANT UPDATE(undone_seq) ON TABLE entente.succession_entry TO entente_engine;

GRANT SELECT ON TABLE entente.succession TO entente_app;
GRANT SELECT ON TABLE entente.succession TO entente_engine;

REVOKE ALL ON FUNCTION entente.succession_json(s entente.succession) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.succession_json(s entente.succession) TO entente_app;
GRANT ALL ON FUNCTION entente.succession_json(s entente.succession) TO entente_engine;

REVOKE ALL ON FUNCTION entente.taken_names(file uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.taken_names(file uuid) TO entente_engine;
GRANT ALL ON FUNCTION entente.taken_names(file uuid) TO entente_app;

REVOKE ALL ON FUNCTION entente.task_of(agreement_id uuid, process text, state text, seq bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.task_of(agreement_id uuid, process text, state text, seq bigint) TO entente_engine;

GRANT SELECT ON TABLE entente.task TO entente_app;
GRANT SELECT,INSERT ON TABLE entente.task TO entente_engine;

GRANT SELECT(id) ON TABLE entente.task TO entente_worker;

GRANT SELECT(agreement) ON TABLE entente.task TO entente_worker;

GRANT UPDATE(closed_seq) ON TABLE entente.task TO entente_engine;
GRANT SELECT(closed_seq) ON TABLE entente.task TO entente_worker;

GRANT UPDATE(closed_at) ON TABLE entente.task TO entente_engine;

REVOKE ALL ON FUNCTION entente.tasks_of(who uuid, most bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION entente.told(payload jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.told(payload jsonb) TO entente_app;

REVOKE ALL ON FUNCTION entente.with_successors(scopes text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.with_successors(scopes text[]) TO entente_engine;

REVOKE ALL ON FUNCTION entente.work_kinds_of(who uuid, most bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.work_kinds_of(who uuid, most bigint) TO entente_app;

REVOKE ALL ON FUNCTION entente.work_of(who uuid, most bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION entente.work_of(who uuid, most bigint) TO entente_app;

GRANT SELECT ON TABLE entente.institution TO entente_app;
GRANT SELECT ON TABLE entente.institution TO entente_engine;
GRANT SELECT ON TABLE entente.institution TO entente_worker;

GRANT UPDATE(contact) ON TABLE entente.institution TO entente_engine;

GRANT UPDATE(contact_setting) ON TABLE entente.institution TO entente_engine;

GRANT SELECT ON TABLE audit_v1.agreement TO entente_audit;

GRANT SELECT ON TABLE audit_v1.call_mail TO entente_audit;

GRANT SELECT ON TABLE audit_v1.checkpoint TO entente_audit;

GRANT SELECT ON TABLE audit_v1.delegation TO entente_audit;

GRANT SELECT ON TABLE audit_v1.digest TO entente_audit;

GRANT SELECT ON TABLE entente.document TO entente_app;
GRANT SELECT,INSERT ON TABLE entente.document TO entente_engine;

GRANT SELECT ON TABLE audit_v1.doc TO entente_audit;

GRANT SELECT ON TABLE audit_v1.event TO entente_audit;

GRANT SELECT ON TABLE audit_v1."grant" TO entente_audit;

GRANT SELECT ON TABLE entente.request TO entente_app;
GRANT SELECT,INSERT ON TABLE entente.request TO entente_engine;

GRANT SELECT ON TABLE audit_v1.idem TO entente_audit;

GRANT SELECT ON TABLE entente.job TO entente_app;
GRANT SELECT,INSERT ON TABLE entente.job TO entente_engine;
GRANT SELECT,INSERT,UPDATE ON TABLE entente.job TO entente_worker;

GRANT UPDATE(state) ON TABLE entente.job TO entente_engine;

GRANT UPDATE(done_at) ON TABLE entente.job TO entente_engine;

GRANT UPDATE(last_error) ON TABLE entente.job TO entente_engine;

GRANT SELECT ON TABLE audit_v1.job TO entente_audit;

GRANT SELECT ON TABLE entente.notice TO entente_app;
GRANT SELECT,INSERT ON TABLE entente.notice TO entente_engine;
GRANT SELECT ON TABLE entente.notice TO entente_worker;

GRANT UPDATE(status) ON TABLE entente.notice TO entente_engine;
GRANT UPDATE(status) ON TABLE entente.notice TO entente_worker;

GRANT UPDATE(verdicts) ON TABLE entente.notice TO entente_worker;

GRANT UPDATE(settled_at) ON TABLE entente.notice TO entente_engine;
GRANT UPDATE(settled_at) ON TABLE entente.notice TO entente_worker;

GRANT UPDATE(acknowledged_at) ON TABLE entente.notice TO entente_worker;

GRANT UPDATE(acknowledged_by) ON TABLE entente.notice TO entente_worker;

GRANT UPDATE(acknowledged_because) ON TABLE entente.notice TO entente_worker;

GRANT UPDATE(letterhead) ON TABLE entente.notice TO entente_worker;

GRANT SELECT ON TABLE audit_v1.notice TO entente_audit;

GRANT SELECT ON TABLE audit_v1.party TO entente_audit;

GRANT SELECT ON TABLE entente.process TO entente_app;
GRANT SELECT,INSERT,UPDATE ON TABLE entente.process TO entente_engine;

GRANT SELECT ON TABLE audit_v1.process TO entente_audit;

GRANT SELECT ON TABLE audit_v1.stream TO entente_audit;

GRANT SELECT ON TABLE audit_v1.stream_event TO entente_audit;

GRANT SELECT ON TABLE audit_v1.task TO entente_audit;

GRANT SELECT ON TABLE entente.timer TO entente_app;
GRANT SELECT,INSERT ON TABLE entente.timer TO entente_engine;
GRANT SELECT ON TABLE entente.timer TO entente_worker;

GRANT UPDATE(status) ON TABLE entente.timer TO entente_engine;

GRANT UPDATE(closed_seq) ON TABLE entente.timer TO entente_engine;

GRANT SELECT ON TABLE audit_v1.timer TO entente_audit;

GRANT SELECT,INSERT,UPDATE ON TABLE entente.account TO entente_app;

GRANT SELECT,INSERT ON TABLE entente.call_told TO entente_worker;

GRANT SELECT ON TABLE entente.clock TO entente_app;
GRANT SELECT ON TABLE entente.clock TO entente_engine;
GRANT SELECT ON TABLE entente.clock TO entente_worker;

GRANT UPDATE(at) ON TABLE entente.clock TO entente_engine;

GRANT SELECT ON TABLE entente.counter TO entente_app;
GRANT SELECT,INSERT,UPDATE ON TABLE entente.counter TO entente_engine;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE entente.draft TO entente_app;

GRANT SELECT ON TABLE entente.erasable_value TO entente_app;
GRANT SELECT,INSERT ON TABLE entente.erasable_value TO entente_engine;

GRANT SELECT,INSERT,UPDATE ON TABLE entente.invitation TO entente_app;

GRANT SELECT ON TABLE entente.job_attempt TO entente_app;
GRANT SELECT ON TABLE entente.job_attempt TO entente_engine;
GRANT SELECT,INSERT ON TABLE entente.job_attempt TO entente_worker;

GRANT SELECT,INSERT,DELETE ON TABLE entente.login_attempt TO entente_app;

GRANT SELECT ON TABLE entente.migration TO entente_app;
GRANT SELECT ON TABLE entente.migration TO entente_engine;

GRANT SELECT,INSERT,UPDATE ON TABLE entente.passcode TO entente_app;
GRANT SELECT ON TABLE entente.passcode TO entente_worker;

GRANT SELECT ON TABLE entente.person TO entente_app;
GRANT SELECT,INSERT ON TABLE entente.person TO entente_engine;

GRANT UPDATE(active) ON TABLE entente.person TO entente_engine;

GRANT UPDATE(authority) ON TABLE entente.person TO entente_engine;

GRANT UPDATE(left_at) ON TABLE entente.person TO entente_engine;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE entente.recovery_code TO entente_app;

GRANT SELECT ON TABLE entente.reference_load TO entente_app;
GRANT SELECT,INSERT ON TABLE entente.reference_load TO entente_engine;
GRANT SELECT ON TABLE entente.reference_load TO entente_worker;

GRANT SELECT ON TABLE entente.seen_file TO entente_app;

GRANT SELECT,INSERT,UPDATE ON TABLE entente.session TO entente_app;

GRANT SELECT ON TABLE entente.timer_trouble TO entente_app;
GRANT SELECT ON TABLE entente.timer_trouble TO entente_engine;
GRANT SELECT,INSERT,UPDATE ON TABLE entente.timer_trouble TO entente_worker;

GRANT SELECT ON TABLE entente.workflow TO entente_app;
GRANT SELECT,INSERT ON TABLE entente.workflow TO entente_engine;

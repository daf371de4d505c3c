-- Multiplies the agreements of a demonstration, as its superuser: psql --set first=1 --set last=1000 --file portfolio.sql
--
-- Copy k of an agreement is that agreement under other identifiers: those of the agreement and of all that is its own
-- begin with k in hexadecimal instead of their first eight digits, and so they do wherever a text names them. People,
-- organisations and calls are shared. Hashes are made anew, still chained; they prove nothing.
--
-- What the directorate is asked for is in the first 200 copies only: whoever decides does not decide more because more
-- was decided before. Of the others 60 % were never selected, 20 % are over, 15 % are in force, 5 % under way. One copy in
-- ten has its whole past (events, what is closed, mails); of the others there is what is open.
\set ON_ERROR_STOP on
\set QUIET on
SET session_replication_role = replica;
SET client_min_messages = warning;
SET synchronous_commit = off;
SET work_mem = '64MB';
SET jit = off;

-- `text` with the first eight digits of each identifier left open.
CREATE FUNCTION pg_temp.opened(text text, ids uuid[]) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE id text;
BEGIN
    FOREACH id IN ARRAY ids::text[] LOOP text := replace(text, id, '@@@@@@@@' || substr(id, 9)); END LOOP;
    RETURN text;
END $$;
CREATE FUNCTION pg_temp.filled(text text, k int) RETURNS text LANGUAGE sql IMMUTABLE AS
    $$ SELECT replace(text, '@@@@@@@@', lpad(to_hex(k), 8, '0')) $$;
CREATE FUNCTION pg_temp.copied(id uuid, k int) RETURNS uuid LANGUAGE sql IMMUTABLE AS
    $$ SELECT (lpad(to_hex(k), 8, '0') || substr(id::text, 9))::uuid $$;
CREATE FUNCTION pg_temp.rehashed(hash text, k int) RETURNS text LANGUAGE sql IMMUTABLE AS
    $$ SELECT encode(sha256(convert_to(hash || k, 'UTF8')), 'hex') $$;

-- The agreements of the demonstration itself: the oldest as many as there were before the first copy.
CREATE TABLE IF NOT EXISTS public.bench_original AS SELECT id FROM entente.agreement;

CREATE TEMP TABLE original AS
SELECT a.*, own.ids,
    replace(pg_temp.opened(a.snapshot::text, own.ids), format('"%s"', a.reference),
        format('"%s-@@@@@@@@"', a.reference)) AS opened,
    CASE WHEN asks.directorate THEN 'asked' WHEN life.status = 'ended' THEN 'refused' WHEN a.legal = 'ended' THEN 'over'
        WHEN a.legal = 'none' THEN 'under way' ELSE 'in force' END AS class
FROM entente.agreement a
    JOIN public.bench_original USING (id)
    JOIN entente.process life ON life.agreement = a.id AND life.path = 'life'
    CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM entente.task t
        WHERE t.agreement = a.id AND t.closed_seq IS NULL AND t.role = 'DG') AS directorate) asks
    CROSS JOIN LATERAL (SELECT array_agg(x.id) AS ids FROM (
        SELECT a.id UNION ALL SELECT v.id FROM entente.erasable_value v WHERE v.stream = a.id::text
        UNION ALL SELECT d.id FROM entente.document d WHERE d.agreement = a.id
        UNION ALL SELECT t.id FROM entente.task t WHERE t.agreement = a.id
        UNION ALL SELECT t.id FROM entente.timer t WHERE t.agreement = a.id
        UNION ALL SELECT n.id FROM entente.notice n WHERE n.agreement = a.id) x) own;

CREATE TEMP TABLE copy AS
WITH ranked AS (
    SELECT o.id, o.class, row_number() OVER (PARTITION BY o.class ORDER BY o.id) - 1 AS place,
        count(*) OVER (PARTITION BY o.class) AS places
    FROM original o),
drawn AS (
    SELECT k, (k::bigint * 7919) % 100 AS lot FROM generate_series(:first, :last) k)
SELECT d.k, r.id, d.k % 10 = 0 AS whole
FROM drawn d JOIN ranked r ON r.place = (d.k / 7) % r.places AND r.class = CASE
    WHEN d.k <= 200 THEN 'asked' WHEN d.lot < 60 THEN 'refused' WHEN d.lot < 80 THEN 'over'
    WHEN d.lot < 95 THEN 'in force' ELSE 'under way' END;
CREATE INDEX ON copy (id);
ANALYZE copy;

INSERT INTO entente.agreement (id, workflow, version, instrument, seq, revision, head_hash, state, legal, reference,
    register_number, call, unit, itmo, parties, term_start, term_end, snapshot, started_at, updated_at, staged_at)
SELECT pg_temp.copied(o.id, k), workflow, version, instrument, seq, revision, pg_temp.rehashed(head_hash, k), state, legal,
    reference || '-' || lpad(to_hex(k), 8, '0'), register_number || '-' || lpad(to_hex(k), 8, '0'), call, unit, itmo,
    parties, term_start, term_end, pg_temp.filled(opened, k)::jsonb, started_at, updated_at, staged_at
FROM copy JOIN original o USING (id);

INSERT INTO entente.process (agreement, path, definition, status, state, outcome)
SELECT pg_temp.copied(p.agreement, k), path, definition, status, state, outcome
FROM copy c JOIN entente.process p ON p.agreement = c.id;

INSERT INTO entente.assignment (agreement, role, person, seq, at, ended_seq, ended_at)
SELECT pg_temp.copied(x.agreement, k), role, person, seq, at, ended_seq, ended_at
FROM copy c JOIN entente.assignment x ON x.agreement = c.id;

INSERT INTO entente.task (id, agreement, process, state, role, role_of, narrowed_to, opened_seq, opened_at, due_at, due_day,
    closed_seq, closed_at)
SELECT pg_temp.copied(t.id, k), pg_temp.copied(t.agreement, k), process, state, role, role_of, narrowed_to, opened_seq,
    opened_at, due_at, due_day, closed_seq, closed_at
FROM copy c JOIN entente.task t ON t.agreement = c.id WHERE whole OR closed_seq IS NULL;

INSERT INTO entente.timer (id, agreement, process, state, entry_seq, name, due_at, document_order, reminder, status,
    armed_seq, closed_seq)
SELECT pg_temp.copied(t.id, k), pg_temp.copied(t.agreement, k), process, state, entry_seq, name, due_at, document_order,
    reminder, status, armed_seq, closed_seq
FROM copy c JOIN entente.timer t ON t.agreement = c.id WHERE whole OR status = 'armed';

INSERT INTO entente.erasable_value (id, stream, salt, value, eliminated_at)
SELECT pg_temp.copied(v.id, k), pg_temp.copied(c.id, k)::text, salt,
    -- No two live agreements are called the same.
    CASE WHEN v.id = o.acronym AND jsonb_typeof(value) = 'string' THEN to_jsonb((value #>> '{}') || ' ' || to_hex(k))
        ELSE value END, eliminated_at
FROM copy c JOIN original o USING (id) JOIN entente.erasable_value v ON v.stream = c.id::text;

INSERT INTO entente.document (id, agreement, seq, kind, version, language, size, sha256, salted_hash, added_at, file_name,
    salt, bytes, eliminated_at, process)
SELECT pg_temp.copied(d.id, k), pg_temp.copied(d.agreement, k), seq, kind, version, language, size, sha256, salted_hash,
    added_at, file_name, salt, bytes, eliminated_at, process
FROM copy c JOIN entente.document d ON d.agreement = c.id;

CREATE TEMP TABLE past AS
SELECT e.*, o.id, pg_temp.opened(e.payload::text, o.ids) AS opened
FROM original o JOIN entente.event e ON e.stream = o.id::text;
INSERT INTO entente.event (stream, seq, process, type, from_state, to_state, actor, on_behalf_of, delegation, role, channel,
    operator, at, effective_on, request_id, workflow, payload, doc_hashes, prev_hash, hash, seal)
SELECT pg_temp.copied(id, k)::text, seq, process, type, from_state, to_state, actor, on_behalf_of, delegation, role,
    channel, operator, at, effective_on, request_id, workflow, pg_temp.filled(opened, k)::jsonb, doc_hashes,
    pg_temp.rehashed(prev_hash, k), pg_temp.rehashed(hash, k),
    -- No seal holds the one before it: nobody audits copies.
    entente.event_seal(pg_temp.rehashed(hash, k), pg_current_xact_id(), NULL)
FROM copy JOIN past USING (id) WHERE whole;

INSERT INTO entente.notice (id, agreement, event_seq, notice, recipient, process, state, entry_seq, occurrence, reminder,
    message_id, to_name, to_address, copy, subject, text, html, language, created_at, status, verdicts, settled_at,
    acknowledged_at, acknowledged_by, acknowledged_because, task, eliminated_at)
SELECT pg_temp.copied(n.id, k), pg_temp.copied(n.agreement, k), event_seq, notice, recipient, process, state, entry_seq,
    occurrence, reminder, format('<%s.%s', k, substr(message_id, 2)), to_name, to_address, n.copy, subject, text, html,
    language, created_at, status, verdicts, settled_at, acknowledged_at, acknowledged_by, acknowledged_because,
    pg_temp.copied(task, k), eliminated_at
FROM copy c JOIN entente.notice n ON n.agreement = c.id WHERE whole;

INSERT INTO entente.job (kind, key, sequence, payload, agreement, event_seq, recipient, message_id, state, attempts,
    attempts_max, created_at, run_at, claimed_at, done_at, lease, runner, last_error)
SELECT kind, pg_temp.copied(n.id, k)::text, sequence, json_build_object('notice', pg_temp.copied(n.id, k))::text,
    pg_temp.copied(n.agreement, k), j.event_seq, recipient_address, format('<%s.%s', k, substr(j.message_id, 2)), j.state,
    attempts, attempts_max, j.created_at, run_at, claimed_at, done_at, lease, runner, last_error
FROM copy c
    JOIN entente.notice n ON n.agreement = c.id
    JOIN (SELECT j.*, j.recipient AS recipient_address FROM entente.job j) j ON j.kind = 'mail' AND j.key = n.id::text
WHERE whole AND j.state IN ('done', 'dead', 'cancelled');

VACUUM (ANALYZE) entente.agreement, entente.process, entente.assignment, entente.task, entente.timer,
    entente.erasable_value, entente.document, entente.event, entente.notice, entente.job;

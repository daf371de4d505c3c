-- Why: (1) a notice that asks for a step (its task, its reminders) names the step, so that it is withdrawn when the step
-- ends before anybody received it, also while a job holds it. (2) A second wall: whoever reads as `entente_app` gets the
-- rows of the agreements that the person named by `entente.actor` may see, and without a name none.
-- Lock: brief ACCESS EXCLUSIVE on the tables named below (no rewrite); one UPDATE of the reminders that are still owed.

-- 1. Withdrawal --------------------------------------------------------------------------------------------------------

ALTER TABLE entente.notice ADD COLUMN task uuid REFERENCES entente.task;

-- The task of a step that was open when an event was recorded, which may have opened it; null where there is none.
CREATE FUNCTION entente.task_of(agreement_id uuid, process text, state text, seq bigint) RETURNS uuid
    LANGUAGE sql STABLE AS $$
    SELECT t.id FROM entente.task t
    WHERE t.agreement = $1 AND t.process = $2 AND t.state = $3 AND t.opened_seq <= $4
        AND coalesce(t.closed_seq > $4, true)
    ORDER BY t.opened_seq DESC LIMIT 1
$$;
REVOKE ALL ON FUNCTION entente.task_of(uuid, text, text, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entente.task_of(uuid, text, text, bigint) TO entente_engine;

UPDATE entente.notice n SET task = entente.task_of(n.agreement, n.process, n.state, n.event_seq)
WHERE n.reminder AND n.status = 'owed';

CREATE INDEX notice_of_task ON entente.notice (task) WHERE status = 'owed';

-- The worker asks whether the step of a notice is still open.
GRANT SELECT (id, closed_seq) ON entente.task TO entente_worker;

-- Notices with one job each; those of a step that ended are withdrawn as long as nobody may have received them. One that
-- a job holds is left to the worker, which asks before it sends.
CREATE OR REPLACE FUNCTION entente.put_notices(c jsonb, agreement_id uuid) RETURNS void LANGUAGE plpgsql AS $$
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

-- 2. Row security ------------------------------------------------------------------------------------------------------

-- Owner's rights in what follows: the register decides, whatever its reader may see of it. Not FORCEd: a policy would let
-- the owner through all the same, and `pg_dump` by an owner who is no superuser would fail.

-- The person who asks; null when nobody is named, or no person.
CREATE FUNCTION entente.asking() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
    SELECT p.id FROM entente.person p
    WHERE p.active AND p.id = CASE WHEN current_setting('entente.actor', true) ~ '^[0-9a-f-]{36}$'
        THEN current_setting('entente.actor', true)::uuid END
$$;

-- The roles that the person who asks holds now, by grant or delegation.
CREATE FUNCTION entente.held() RETURNS TABLE (role text, scope text)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 8 SET search_path = pg_catalog, pg_temp AS $$
    WITH me AS MATERIALIZED (SELECT entente.asking() AS id, entente.now() AS now)
    SELECT g.role, g.scope FROM entente.role_grant g JOIN me ON me.id = g.person
    WHERE tstzrange(g.valid_from, g.valid_until) @> me.now
    UNION
    SELECT d.role, d.scope FROM entente.delegation d JOIN me ON me.id = d.grantee
    WHERE tstzrange(d.valid_from, d.valid_until) @> me.now AND coalesce(d.revoked_at > me.now, true)
$$;

-- Whether every row may be read: by those who direct, run, administer or audit the whole; by `*` for a login that may act
-- as the engine, which reads everything anyway.
CREATE FUNCTION entente.sees_all() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN current_setting('entente.actor', true) = '*'
        THEN pg_has_role(session_user, 'entente_engine', 'MEMBER')
        ELSE EXISTS (SELECT FROM entente.held() h WHERE h.scope = '*' AND h.role IN ('INT', 'DG', 'ADM', 'AUD')) END
$$;

-- The agreements of the person who asks: they are assigned on it, or asked for a step of it in person, or hold a role
-- whose scope covers it and that no assignment on it gives to others. (Compiling it takes a hundred times its running.)
CREATE FUNCTION entente.seen() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, pg_temp SET jit = off AS $$
    SELECT a.id
    FROM (
        SELECT h.role, split_part(h.scope, ':', 1) AS kind, substr(h.scope, strpos(h.scope, ':') + 1) AS name
        FROM entente.held() h) h
    JOIN entente.agreement a ON CASE h.kind
        WHEN '*' THEN true
        WHEN 'agreement' THEN a.id::text = h.name
        WHEN 'unit' THEN a.unit = h.name
        WHEN 'itmo' THEN a.itmo = h.name
        WHEN 'instrument' THEN a.instrument = h.name
        WHEN 'party' THEN h.name = ANY (a.parties) END
    WHERE NOT EXISTS (
        SELECT FROM entente.assignment x WHERE x.agreement = a.id AND x.role = h.role AND x.ended_at IS NULL)
    UNION
    SELECT x.agreement FROM entente.assignment x WHERE x.person = entente.asking() AND x.ended_at IS NULL
    UNION
    SELECT t.agreement FROM entente.task t WHERE t.role_of = 'person' AND t.narrowed_to = entente.asking()::text
$$;

REVOKE ALL ON FUNCTION entente.asking(), entente.held(), entente.sees_all(), entente.seen() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entente.held(), entente.sees_all(), entente.seen() TO entente_app;

-- Each function runs once for a statement, not once for a row. The serving roles keep the rights that they were given.
DO $$
DECLARE
    name text;
    own text;
BEGIN
    FOR name, own IN VALUES
        ('agreement', 'id IN (SELECT entente.seen())'), ('document', 'agreement IN (SELECT entente.seen())'),
        ('process', 'agreement IN (SELECT entente.seen())'), ('assignment', 'agreement IN (SELECT entente.seen())'),
        ('task', 'agreement IN (SELECT entente.seen())'), ('timer', 'agreement IN (SELECT entente.seen())'),
        ('timer_trouble', 'agreement IN (SELECT entente.seen())'), ('notice', 'agreement IN (SELECT entente.seen())'),
        ('job', 'agreement IN (SELECT entente.seen())'), ('request', 'false'),
        ('erasable_value', 'stream IN (SELECT s::text FROM entente.seen() s)'),
        -- Calls and the register, whose events name people by id only, are open to whoever holds a role.
        ('event', 'stream IN (SELECT s::text FROM entente.seen() s)
            OR stream IN (SELECT s.stream FROM entente.stream s WHERE EXISTS (SELECT FROM entente.held()))')
    LOOP
        EXECUTE format('ALTER TABLE entente.%I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format(
            'CREATE POLICY %I ON entente.%I FOR SELECT TO entente_app USING ((SELECT entente.sees_all()) OR %s)',
            name || '_seen', name, own);
        EXECUTE format(
            'CREATE POLICY %I ON entente.%I TO entente_engine, entente_worker USING (true) %s',
            name || '_served', name, CASE WHEN name = 'event' THEN $x$WITH CHECK (
                actor LIKE 'system:%' OR EXISTS (
                    SELECT FROM entente.person p
                    WHERE p.active AND p.id = CASE WHEN actor NOT LIKE 'system:%' THEN actor::uuid END))$x$ ELSE '' END);
    END LOOP;
END $$;

-- The views of `audit_v1` show everything, with their owner's rights: they are the auditors'.
REVOKE SELECT ON ALL TABLES IN SCHEMA audit_v1 FROM entente_app;
REVOKE USAGE ON SCHEMA audit_v1 FROM entente_app;

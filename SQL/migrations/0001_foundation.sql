-- Why: the first schema: one institution, its register, its agreements with their events, notices and jobs.
-- Lock: none that matters, every table is new.

-- The clock and the institution ---------------------------------------------------------------------------------------

CREATE TABLE entente.institution (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    id text NOT NULL CHECK (id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    name text NOT NULL,
    zone text NOT NULL DEFAULT 'Europe/Paris',
    -- Rules for business days as the engine reads them; null for those of France.
    calendar jsonb,
    contact text NOT NULL CHECK (contact LIKE '%_@_%'),
    simulated boolean NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT institution_simulated_contact CHECK (NOT simulated OR contact LIKE '%.example')
);

-- The simulated legal time; a real database has no row here.
CREATE TABLE entente.clock (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    at timestamptz NOT NULL CHECK (at = date_trunc('milliseconds', at))
);

CREATE FUNCTION entente.now() RETURNS timestamptz
    LANGUAGE sql VOLATILE
    AS $$ SELECT coalesce((SELECT at FROM entente.clock), date_trunc('milliseconds', clock_timestamp())) $$;

COMMENT ON FUNCTION entente.now() IS 'Legal time: the simulated instant, or the clock of the database cut to milliseconds.';

CREATE FUNCTION entente.keep_institution() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'the institution of a database cannot be removed' USING ERRCODE = '42501';
    END IF;
    IF NEW.id <> OLD.id OR NEW.simulated <> OLD.simulated THEN
        RAISE EXCEPTION 'a simulated database cannot become real, nor change its institution' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER institution_keep BEFORE UPDATE OR DELETE ON entente.institution
    FOR EACH ROW EXECUTE FUNCTION entente.keep_institution();

CREATE FUNCTION entente.keep_clock() RETURNS trigger LANGUAGE plpgsql AS $$
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

CREATE TRIGGER clock_keep BEFORE INSERT OR UPDATE OR DELETE ON entente.clock
    FOR EACH ROW EXECUTE FUNCTION entente.keep_clock();

-- The register: projections of its stream ------------------------------------------------------------------------------

CREATE TABLE entente.organisation (
    id text PRIMARY KEY CHECK (char_length(id) BETWEEN 1 AND 64),
    name text NOT NULL,
    country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
    kind text NOT NULL CHECK (kind IN ('epst', 'epscp', 'epic', 'foreign', 'other')),
    home boolean NOT NULL,
    seq bigint NOT NULL
);

CREATE TABLE entente.person (
    id uuid PRIMARY KEY,
    active boolean NOT NULL DEFAULT true,
    organisation text,
    unit text,
    language text CHECK (language IN ('fr', 'en')),
    seq bigint NOT NULL,
    -- Raised by any change to this person's grants, delegations or status; a decision is made on a version of it.
    authority bigint NOT NULL DEFAULT 1,
    -- Erasable: in no event.
    name text,
    email text,
    os_user text UNIQUE,
    eliminated_at timestamptz,
    CONSTRAINT person_erased CHECK (eliminated_at IS NULL OR (name IS NULL AND email IS NULL AND os_user IS NULL))
);

CREATE TABLE entente.role_grant (
    id uuid PRIMARY KEY,
    person uuid NOT NULL REFERENCES entente.person,
    role text NOT NULL CHECK (char_length(role) BETWEEN 1 AND 64),
    scope text NOT NULL CHECK (scope = '*' OR scope ~ '^(unit|party|itmo|instrument|agreement):.+'),
    valid_from timestamptz NOT NULL,
    valid_until timestamptz,
    seq bigint NOT NULL,
    ended_seq bigint,
    CONSTRAINT role_grant_dates CHECK (valid_until >= valid_from)
);
CREATE INDEX role_grant_person ON entente.role_grant (person);
CREATE INDEX role_grant_scope ON entente.role_grant (scope);

CREATE TABLE entente.delegation (
    id uuid PRIMARY KEY,
    grantor uuid NOT NULL REFERENCES entente.person,
    grantee uuid NOT NULL REFERENCES entente.person,
    role text NOT NULL CHECK (char_length(role) BETWEEN 1 AND 64),
    scope text NOT NULL CHECK (scope = '*' OR scope ~ '^(unit|party|itmo|instrument|agreement):.+'),
    valid_from timestamptz NOT NULL,
    valid_until timestamptz,
    revoked_at timestamptz,
    seq bigint NOT NULL,
    revoked_seq bigint,
    CONSTRAINT delegation_dates CHECK (valid_until >= valid_from),
    CONSTRAINT delegation_other CHECK (grantor <> grantee)
);
CREATE INDEX delegation_grantee ON entente.delegation (grantee);
CREATE INDEX delegation_grantor ON entente.delegation (grantor);

CREATE TABLE entente.measure (
    id uuid PRIMARY KEY,
    target text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('no_new', 'no_payment', 'exclude_public', 'no_event', 'screen')),
    valid_from timestamptz NOT NULL,
    valid_until timestamptz,
    legal_reference text NOT NULL,
    seq bigint NOT NULL,
    ended_seq bigint,
    CONSTRAINT measure_dates CHECK (valid_until >= valid_from)
);

CREATE TABLE entente.call (
    id uuid PRIMARY KEY,
    instruments text[] NOT NULL CHECK (cardinality(instruments) > 0),
    year integer NOT NULL CHECK (year BETWEEN 1583 AND 9999),
    opens_at timestamptz NOT NULL,
    closes_at timestamptz NOT NULL,
    ranking_at timestamptz,
    CONSTRAINT call_dates CHECK (closes_at > opens_at)
);

CREATE TABLE entente.workflow (
    id text NOT NULL CHECK (char_length(id) BETWEEN 1 AND 64),
    version text NOT NULL CHECK (char_length(version) BETWEEN 1 AND 64),
    -- The files by name, as they were published; nothing here is ever changed.
    sources jsonb NOT NULL,
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    published_at timestamptz NOT NULL,
    seq bigint NOT NULL,
    PRIMARY KEY (id, version)
);

-- Heads of the streams that are no agreements: `register`, and each call by its id.
CREATE TABLE entente.stream (
    stream text PRIMARY KEY,
    seq bigint NOT NULL DEFAULT 0 CHECK (seq >= 0),
    head_hash text NOT NULL CHECK (head_hash ~ '^[0-9a-f]{64}$'),
    last_at timestamptz
);

-- Agreements and their events ------------------------------------------------------------------------------------------

CREATE TABLE entente.agreement (
    id uuid PRIMARY KEY,
    workflow text NOT NULL,
    version text NOT NULL,
    instrument text NOT NULL,
    seq bigint NOT NULL CHECK (seq >= 1),
    revision bigint NOT NULL CHECK (revision BETWEEN 0 AND seq),
    head_hash text NOT NULL CHECK (head_hash ~ '^[0-9a-f]{64}$'),
    state text[] NOT NULL,
    legal text NOT NULL CHECK (legal IN ('none', 'in_force', 'suspended', 'expired_pending', 'ended')),
    reference text CONSTRAINT agreement_reference_key UNIQUE,
    register_number text CONSTRAINT agreement_register_number_key UNIQUE,
    call uuid REFERENCES entente.call,
    unit text,
    itmo text,
    parties text[] NOT NULL DEFAULT '{}',
    term_start date,
    term_end date,
    -- The fold of the events: a cache that `audit verify` recomputes.
    snapshot jsonb NOT NULL,
    started_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    FOREIGN KEY (workflow, version) REFERENCES entente.workflow
);
CREATE INDEX agreement_call ON entente.agreement (call) WHERE call IS NOT NULL;
CREATE INDEX agreement_instrument ON entente.agreement (instrument, started_at);

CREATE TABLE entente.event (
    stream text NOT NULL,
    seq bigint NOT NULL CHECK (seq >= 1),
    process text NOT NULL,
    type text NOT NULL CHECK (char_length(type) BETWEEN 1 AND 200),
    from_state text[] NOT NULL,
    to_state text[] NOT NULL,
    actor text NOT NULL CHECK (char_length(actor) BETWEEN 1 AND 200),
    on_behalf_of text,
    delegation text,
    role text,
    channel text NOT NULL CHECK (channel IN ('page', 'api', 'command_line', 'system', 'scenario')),
    operator text,
    at timestamptz NOT NULL CHECK (at = date_trunc('milliseconds', at)),
    effective_on date,
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    request_id text CHECK (char_length(request_id) <= 200),
    workflow text NOT NULL,
    payload jsonb NOT NULL,
    doc_hashes text[] NOT NULL,
    prev_hash text NOT NULL CHECK (prev_hash ~ '^[0-9a-f]{64}$'),
    hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    CONSTRAINT event_pkey PRIMARY KEY (stream, seq),
    CONSTRAINT event_hash_key UNIQUE (hash),
    CONSTRAINT event_not_for_oneself CHECK (on_behalf_of <> actor),
    CONSTRAINT event_delegated CHECK (delegation IS NULL OR on_behalf_of IS NOT NULL)
);

CREATE FUNCTION entente.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% on % is refused: what was recorded stays', TG_OP, TG_TABLE_NAME USING ERRCODE = '42501';
END $$;

CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON entente.event
    FOR EACH STATEMENT EXECUTE FUNCTION entente.refuse_change();
-- Also while replication or a restore runs as a replica: nobody edits history without leaving a trace in the schema.
ALTER TABLE entente.event ENABLE ALWAYS TRIGGER event_append_only;
CREATE TRIGGER workflow_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON entente.workflow
    FOR EACH STATEMENT EXECUTE FUNCTION entente.refuse_change();
ALTER TABLE entente.workflow ENABLE ALWAYS TRIGGER workflow_append_only;

CREATE TABLE entente.request (
    actor text NOT NULL CHECK (char_length(actor) BETWEEN 1 AND 200),
    id text NOT NULL CHECK (char_length(id) BETWEEN 1 AND 200),
    fingerprint text NOT NULL,
    answer jsonb NOT NULL,
    stream text NOT NULL,
    seq bigint,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT request_pkey PRIMARY KEY (actor, id)
);

CREATE TABLE entente.counter (
    series text CONSTRAINT counter_pkey PRIMARY KEY CHECK (char_length(series) BETWEEN 1 AND 64),
    -- The last number taken.
    value integer NOT NULL CHECK (value >= 1)
);

CREATE TABLE entente.erasable_value (
    id uuid PRIMARY KEY,
    stream text NOT NULL,
    salt bytea CHECK (octet_length(salt) = 16),
    value jsonb,
    eliminated_at timestamptz,
    CONSTRAINT erasable_value_whole CHECK ((eliminated_at IS NULL) = (salt IS NOT NULL AND value IS NOT NULL))
);
CREATE INDEX erasable_value_stream ON entente.erasable_value (stream);

CREATE TABLE entente.document (
    id uuid PRIMARY KEY,
    agreement uuid NOT NULL REFERENCES entente.agreement,
    seq bigint NOT NULL,
    kind text NOT NULL,
    version integer NOT NULL CHECK (version >= 1),
    language text,
    size integer NOT NULL CHECK (size >= 0),
    sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    salted_hash text CHECK (salted_hash ~ '^[0-9a-f]{64}$'),
    added_at timestamptz NOT NULL,
    -- Erasable.
    file_name text,
    salt bytea,
    bytes bytea,
    eliminated_at timestamptz,
    UNIQUE (agreement, kind, version),
    CONSTRAINT document_hashed CHECK (sha256 IS NOT NULL OR salted_hash IS NOT NULL),
    CONSTRAINT document_whole CHECK (eliminated_at IS NOT NULL OR octet_length(bytes) = size)
);

-- Projections of the agreements' events --------------------------------------------------------------------------------

CREATE TABLE entente.process (
    agreement uuid NOT NULL REFERENCES entente.agreement,
    path text NOT NULL,
    definition text NOT NULL,
    status text NOT NULL CHECK (status IN ('active', 'ended', 'cancelled')),
    state text[] NOT NULL,
    outcome text,
    PRIMARY KEY (agreement, path)
);

CREATE TABLE entente.assignment (
    agreement uuid NOT NULL REFERENCES entente.agreement,
    role text NOT NULL,
    person uuid NOT NULL,
    seq bigint NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (agreement, role, person, seq)
);
CREATE INDEX assignment_person ON entente.assignment (person);

CREATE TABLE entente.task (
    id uuid PRIMARY KEY,
    agreement uuid NOT NULL REFERENCES entente.agreement,
    process text NOT NULL,
    state text NOT NULL,
    role text NOT NULL,
    role_of text NOT NULL,
    narrowed_to text,
    opened_seq bigint NOT NULL,
    opened_at timestamptz NOT NULL,
    due_at timestamptz,
    due_day date,
    closed_seq bigint,
    closed_at timestamptz,
    CONSTRAINT task_closed CHECK ((closed_seq IS NULL) = (closed_at IS NULL) AND closed_seq >= opened_seq)
);
CREATE INDEX task_open ON entente.task (role, due_at) WHERE closed_seq IS NULL;
CREATE INDEX task_agreement ON entente.task (agreement);

CREATE TABLE entente.timer (
    id uuid PRIMARY KEY,
    agreement uuid NOT NULL REFERENCES entente.agreement,
    process text NOT NULL,
    state text NOT NULL,
    entry_seq bigint NOT NULL,
    name text NOT NULL,
    due_at timestamptz NOT NULL,
    document_order bigint NOT NULL,
    reminder boolean NOT NULL,
    status text NOT NULL DEFAULT 'armed' CHECK (status IN ('armed', 'fired', 'cancelled')),
    armed_seq bigint NOT NULL,
    closed_seq bigint,
    CONSTRAINT timer_closed CHECK ((status = 'armed') = (closed_seq IS NULL) AND closed_seq >= armed_seq)
);
CREATE INDEX timer_due ON entente.timer (due_at) WHERE status = 'armed';
CREATE INDEX timer_agreement ON entente.timer (agreement);

-- Notices and jobs -----------------------------------------------------------------------------------------------------

CREATE TABLE entente.notice (
    id uuid PRIMARY KEY,
    agreement uuid NOT NULL REFERENCES entente.agreement,
    event_seq bigint NOT NULL,
    notice text NOT NULL,
    recipient uuid NOT NULL REFERENCES entente.person,
    process text NOT NULL,
    state text NOT NULL,
    entry_seq bigint NOT NULL,
    occurrence text NOT NULL,
    -- Whether it reminds of a step, so that it is withdrawn when the step ends first.
    reminder boolean NOT NULL,
    message_id text NOT NULL UNIQUE CHECK (message_id LIKE '<%@%>'),
    to_name text NOT NULL,
    to_address text NOT NULL,
    copy text,
    subject text NOT NULL,
    text text NOT NULL,
    html text NOT NULL,
    language text NOT NULL,
    -- The legal instant of its event: the Date of the mail.
    created_at timestamptz NOT NULL,
    status text NOT NULL DEFAULT 'owed'
        CHECK (status IN ('owed', 'sent', 'accepted', 'bounced', 'withdrawn', 'failed')),
    verdicts jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(verdicts) = 'array'),
    settled_at timestamptz,
    CONSTRAINT notice_once UNIQUE (agreement, process, state, entry_seq, notice, recipient, occurrence)
);
CREATE INDEX notice_open ON entente.notice (agreement) WHERE status IN ('owed', 'sent');

CREATE TABLE entente.job (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL CHECK (char_length(kind) BETWEEN 1 AND 64),
    key text NOT NULL CHECK (char_length(key) BETWEEN 1 AND 400),
    sequence text,
    payload text NOT NULL DEFAULT '{}' CHECK (octet_length(payload) <= 65536),
    -- The event whose transaction asked for it, where there is one.
    agreement uuid,
    event_seq bigint,
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    recipient text,
    message_id text,
    state text NOT NULL DEFAULT 'ready' CHECK (state IN ('ready', 'running', 'done', 'dead', 'cancelled')),
    attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    attempts_max integer NOT NULL DEFAULT 10 CHECK (attempts_max >= 1),
    -- Machine time, all of these.
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    run_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    claimed_at timestamptz,
    lease_until timestamptz,
    done_at timestamptz,
    -- Rises with every claim: the fence.
    lease bigint NOT NULL DEFAULT 0,
    runner text,
    last_error text,
    CONSTRAINT job_key UNIQUE (kind, key),
    CONSTRAINT job_leased CHECK ((state = 'running') = (lease_until IS NOT NULL)),
    CONSTRAINT job_ended CHECK ((state IN ('done', 'dead', 'cancelled')) = (done_at IS NOT NULL)),
    CONSTRAINT job_reason CHECK (state NOT IN ('dead', 'cancelled') OR last_error IS NOT NULL)
);
CREATE INDEX job_ready ON entente.job (run_at, id) WHERE state = 'ready';
CREATE INDEX job_running ON entente.job (lease_until) WHERE state = 'running';
CREATE INDEX job_sequence ON entente.job (sequence, id) WHERE sequence IS NOT NULL AND state IN ('ready', 'running');
CREATE INDEX job_agreement ON entente.job (agreement) WHERE agreement IS NOT NULL;
CREATE UNIQUE INDEX job_message ON entente.job (message_id) WHERE message_id IS NOT NULL;

CREATE TABLE entente.job_attempt (
    job bigint NOT NULL REFERENCES entente.job,
    lease bigint NOT NULL,
    attempt integer NOT NULL,
    runner text,
    claimed_at timestamptz,
    ended_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    error text NOT NULL,
    PRIMARY KEY (job, lease)
);

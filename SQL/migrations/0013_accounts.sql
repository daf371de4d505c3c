-- Why: people come in with a password and a second factor, or by the link of a notice and a code; what proves it is kept
-- hashed or sealed, apart from the register, on machine time.
-- Lock: none that matters, every table is new.

CREATE TABLE entente.account (
    person uuid PRIMARY KEY REFERENCES entente.person,
    -- `scrypt$17$8$1$salt$hash`; null until one was chosen.
    password text,
    password_at timestamptz,
    -- The sealed secret of the second factor; null without one.
    factor bytea,
    -- The last time step whose code was accepted: none is accepted twice.
    factor_step bigint NOT NULL DEFAULT 0,
    language text CHECK (language IN ('fr', 'en')),
    disabled_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE entente.recovery_code (
    person uuid NOT NULL REFERENCES entente.account ON DELETE CASCADE,
    hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    used_at timestamptz,
    PRIMARY KEY (person, hash)
);

-- One-time codes that let somebody choose a password.
CREATE TABLE entente.invitation (
    hash text PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
    person uuid NOT NULL REFERENCES entente.person,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);

CREATE TABLE entente.session (
    id uuid PRIMARY KEY,
    token_hash text NOT NULL UNIQUE CHECK (token_hash ~ '^[0-9a-f]{64}$'),
    person uuid NOT NULL REFERENCES entente.person,
    -- The notice whose link led in; null for an account. Such a session is for that step of that agreement only.
    notice uuid REFERENCES entente.notice,
    address text NOT NULL,
    agent text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- When its holder last showed password or code.
    fresh_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    ends_at timestamptz NOT NULL,
    ended_at timestamptz
);
CREATE INDEX session_person ON entente.session (person) WHERE ended_at IS NULL;

-- Tries to come in, by SHA-256 of the account's name: what was typed there may be anything.
CREATE TABLE entente.login_attempt (
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    account text NOT NULL CHECK (account ~ '^[0-9a-f]{64}$'),
    address text NOT NULL,
    succeeded boolean NOT NULL
);
CREATE INDEX login_attempt_account ON entente.login_attempt (account, at);
CREATE INDEX login_attempt_address ON entente.login_attempt (address, at);

-- A code that was mailed to the reader of a notice; the code itself follows from the id and the key of links.
CREATE TABLE entente.passcode (
    id uuid PRIMARY KEY,
    notice uuid NOT NULL REFERENCES entente.notice,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL,
    tries integer NOT NULL DEFAULT 0,
    used_at timestamptz
);
CREATE INDEX passcode_notice ON entente.passcode (notice, created_at);

-- Forms that somebody began and did not send.
CREATE TABLE entente.draft (
    person uuid NOT NULL REFERENCES entente.person,
    form text NOT NULL CHECK (char_length(form) BETWEEN 1 AND 200),
    fields jsonb NOT NULL,
    saved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (person, form)
);

GRANT SELECT, INSERT, UPDATE ON entente.account, entente.invitation, entente.session, entente.passcode TO entente_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON entente.recovery_code, entente.draft TO entente_app;
GRANT SELECT, INSERT, DELETE ON entente.login_attempt TO entente_app;

-- Makes a code and the job that mails it; false when five were made for the notice within the hour.
CREATE FUNCTION entente.make_passcode(passcode uuid, notice_id uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
REVOKE ALL ON FUNCTION entente.make_passcode(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entente.make_passcode(uuid, uuid) TO entente_app;

-- Whom a notice is for; null when it is none, or was withdrawn. Whoever brings its link has not come in yet, so no row
-- security lets them see it.
CREATE FUNCTION entente.reader_of(notice_id uuid) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT n.recipient FROM entente.notice n WHERE n.id = notice_id AND n.status <> 'withdrawn'
$$;

-- The roles that a person holds now, by grant or delegation: what a session may find on its pages.
CREATE FUNCTION entente.held_by(who uuid) RETURNS TABLE (role text, scope text)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 8 SET search_path = pg_catalog, pg_temp AS $$
    WITH clock AS MATERIALIZED (SELECT entente.now() AS now)
    SELECT g.role, g.scope FROM entente.role_grant g, clock
    WHERE g.person = who AND tstzrange(g.valid_from, g.valid_until) @> clock.now
    UNION
    SELECT d.role, d.scope FROM entente.delegation d, clock
    WHERE d.grantee = who AND tstzrange(d.valid_from, d.valid_until) @> clock.now
        AND coalesce(d.revoked_at > clock.now, true)
$$;

-- The roles that a person holds on an agreement now: what they may see of it follows from them.
CREATE FUNCTION entente.roles_on(who uuid, agreement_id uuid) RETURNS TABLE (role text)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 4 SET search_path = pg_catalog, pg_temp AS $$
    SELECT h.role FROM entente.held_by(who) h JOIN entente.agreement a ON a.id = agreement_id
    WHERE h.scope IN ('*', 'agreement:' || a.id, 'unit:' || a.unit, 'itmo:' || a.itmo, 'instrument:' || a.instrument)
        OR h.scope LIKE 'party:%' AND substr(h.scope, 7) = ANY (a.parties)
    UNION
    SELECT x.role FROM entente.assignment x
    WHERE x.agreement = agreement_id AND x.person = who AND x.ended_at IS NULL
    UNION
    SELECT t.role FROM entente.task t
    WHERE t.agreement = agreement_id AND t.role_of = 'person' AND t.narrowed_to = who::text
$$;
REVOKE ALL ON FUNCTION entente.reader_of(uuid), entente.held_by(uuid), entente.roles_on(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entente.reader_of(uuid), entente.held_by(uuid), entente.roles_on(uuid, uuid) TO entente_app;

-- The worker writes a code to the address of its notice.
GRANT SELECT ON entente.passcode TO entente_worker;

-- Why: a lost password is chosen anew by a link that is mailed; an address that is nobody's is answered in the same way
-- and in the same time.
-- Lock: brief ACCESS EXCLUSIVE on invitation (no rewrite); its index is built on a small table.

-- A code of nobody's was asked for with an address that opens no account; it is worth nothing and never mailed.
ALTER TABLE entente.invitation ALTER COLUMN person DROP NOT NULL;
CREATE INDEX invitation_person ON entente.invitation (person, created_at);

-- Makes a code that is good for ten minutes, for whoever has a password and that address, and the job that mails it.
-- As much is written for nobody, and for somebody who was sent five within the hour.
CREATE FUNCTION entente.make_reset(reset uuid, code_hash text, address text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
REVOKE ALL ON FUNCTION entente.make_reset(uuid, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entente.make_reset(uuid, text, text) TO entente_app;

-- What the mail of a code needs; no row for a code of nobody's.
CREATE FUNCTION entente.reset_letter(code_hash text)
    RETURNS TABLE (name text, email text, language text, created_at timestamptz, open boolean)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, pg_temp AS $$
    SELECT p.name, p.email, coalesce(a.language, p.language), i.created_at,
        i.used_at IS NULL AND i.expires_at > clock_timestamp() AND p.active AND p.left_at IS NULL
            AND a.disabled_at IS NULL
    FROM entente.invitation i
        JOIN entente.person p ON p.id = i.person
        LEFT JOIN entente.account a ON a.person = p.id
    WHERE i.hash = code_hash
$$;
REVOKE ALL ON FUNCTION entente.reset_letter(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entente.reset_letter(text) TO entente_worker;

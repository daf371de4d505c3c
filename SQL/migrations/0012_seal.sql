-- Why: the transaction of an event is given by the database, after its hash was computed; a seal ties the two, so that an
-- edited number shows.
-- Lock: ACCESS EXCLUSIVE on event while each row gets its seal (about 100,000 rows a second).

CREATE FUNCTION entente.event_seal(hash text, xid xid8) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT encode(sha256(convert_to(hash || '/' || xid::text, 'UTF8')), 'hex')
$$;

CREATE FUNCTION entente.seal_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.seal := entente.event_seal(NEW.hash, NEW.xid);
    RETURN NEW;
END $$;

ALTER TABLE entente.event ADD COLUMN seal text;
ALTER TABLE entente.event DISABLE TRIGGER event_append_only;
UPDATE entente.event SET seal = entente.event_seal(hash, xid);
ALTER TABLE entente.event ENABLE TRIGGER event_append_only;
ALTER TABLE entente.event ALTER COLUMN seal SET NOT NULL;

CREATE TRIGGER event_sealed BEFORE INSERT ON entente.event FOR EACH ROW EXECUTE FUNCTION entente.seal_event();

REVOKE ALL ON FUNCTION entente.event_seal(text, xid8), entente.seal_event() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entente.event_seal(text, xid8) TO entente_engine;

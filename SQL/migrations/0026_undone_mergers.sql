-- Why: a merger that was entered by mistake is taken back. Its row stays, with the event that took it back, and all that asks
-- who took over from what reads the others only: under the name of the table stands now a view of them.
-- Lock: the table of mergers, for an instant; it holds a few rows.

ALTER TABLE entente.succession RENAME TO succession_entry;
ALTER TABLE entente.succession_entry
    ADD COLUMN undone_seq bigint,
    DROP CONSTRAINT succession_pkey,
    ADD CONSTRAINT succession_pkey PRIMARY KEY (seq);
CREATE UNIQUE INDEX succession_once ON entente.succession_entry (kind, code) WHERE undone_seq IS NULL;

DROP FUNCTION entente.succession_json(entente.succession_entry);
CREATE VIEW entente.succession AS
SELECT e.kind, e.code, e.successor, e.on_day, e.seq FROM entente.succession_entry e WHERE e.undone_seq IS NULL;
CREATE FUNCTION entente.succession_json(s entente.succession) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_object('kind', s.kind, 'from', s.code, 'into', s.successor, 'on', s.on_day)
$$;

REVOKE ALL ON FUNCTION entente.succession_json(entente.succession) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entente.succession_json(entente.succession) TO entente_app, entente_engine;
GRANT SELECT ON entente.succession TO entente_app, entente_engine;
GRANT UPDATE (undone_seq) ON entente.succession_entry TO entente_engine;

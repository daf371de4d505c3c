-- Why: the lists of mails and of jobs are narrowed by recipient, by kind and by day, and read their whole tables for it. Patterns
-- are no condition of an index below row security: to whom a mail went is asked of a function, and row security decides what is
-- shown of its answer.
-- Lock: SHARE on notice and on job while their indexes are built; a few seconds at 150,000 rows each.

CREATE INDEX notice_to ON entente.notice
    USING gin (to_address trigram.gin_trgm_ops, to_name trigram.gin_trgm_ops);

-- In the order of the list: the dead first, then the newest.
CREATE INDEX job_of_kind ON entente.job (kind, (state = 'dead') DESC, id DESC);
CREATE INDEX job_written ON entente.job (created_at);

-- The mails whose recipient's address or name a pattern finds, in either case.
CREATE FUNCTION entente.notices_to(pattern text) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, pg_temp SET jit = off AS $$
BEGIN
    RETURN QUERY
    SELECT n.id FROM entente.notice n WHERE n.to_address ILIKE pattern OR n.to_name ILIKE pattern;
END
$$;

REVOKE ALL ON FUNCTION entente.notices_to(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entente.notices_to(text) TO entente_app;

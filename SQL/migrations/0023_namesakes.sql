-- Why: two live agreements of one acronym are for the office to judge. What an agreement is called is an erasable text, so no
-- rule of the engine reads it: a question finds its namesakes, whatever their case and accents, as long as their names exist.
-- Lock: SHARE on erasable_value while an index is built (a scan).

-- A name as it is compared: without case, accents, ligatures and blanks around it.
CREATE FUNCTION entente.folded(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT lower(regexp_replace(normalize(translate(replace(replace(replace(replace(replace(replace(btrim(name),
        'œ', 'oe'), 'Œ', 'OE'), 'æ', 'ae'), 'Æ', 'AE'), 'ß', 'ss'), 'ẞ', 'SS'), 'øØđĐłŁı', 'oOdDlLi'), NFKD),
        U&'[\0300-\036F]', '', 'g'))
$$;

-- An elimination takes its row out of the index.
CREATE INDEX erasable_value_folded ON entente.erasable_value (entente.folded(value #>> '{}'))
    WHERE jsonb_typeof(value) = 'string' AND octet_length(value::text) <= 100;

-- The live agreements that have this acronym, `besides` apart: their life goes on and no legal act has ended them. Whoever asks
-- reads of them what they may see; that there are others is no secret to whoever chooses a name.
CREATE FUNCTION entente.namesakes(name text, besides uuid) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 2 SET search_path = pg_catalog, pg_temp SET jit = off AS $$
BEGIN
    RETURN QUERY
    SELECT a.id FROM entente.erasable_value v
        JOIN entente.agreement a ON a.acronym = v.id
        JOIN entente.process p ON p.agreement = a.id AND p.path = 'life' AND p.status = 'active'
    WHERE jsonb_typeof(v.value) = 'string' AND octet_length(v.value::text) <= 100
        AND entente.folded(v.value #>> '{}') = entente.folded(name)
        AND a.legal <> 'ended' AND a.id IS DISTINCT FROM besides
    ORDER BY a.started_at, a.id LIMIT 100;
END
$$;

REVOKE ALL ON FUNCTION entente.folded(text), entente.namesakes(text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entente.folded(text) TO entente_app, entente_engine;
GRANT EXECUTE ON FUNCTION entente.namesakes(text, uuid) TO entente_app;

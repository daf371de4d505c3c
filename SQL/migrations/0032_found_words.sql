-- Why: a file is found by the words of its titles, too, and whatever accents are typed. A title is looked at for those only
-- who may read it: the roles that read the dossier.
-- Lock: SHARE on erasable_value while its index is built anew; it takes the place of the one for acronyms.

CREATE INDEX erasable_value_words ON entente.erasable_value
    USING gin (entente.folded(value #>> '{}') trigram.gin_trgm_ops)
    WHERE jsonb_typeof(value) = 'string' AND octet_length(value::text) <= 400;
DROP INDEX entente.erasable_value_short;

-- Whether the person who asks reads the dossier of a file, by a role that they hold on it. Experts are left out: until they
-- have declared their interests they read nothing.
-- The cost tells the planner to ask it last.
CREATE FUNCTION entente.reads_dossier(file uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER COST 10000 SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM entente.roles_on(entente.asking(), file) r WHERE r.role IN (
        'PI_FR', 'PI_EXT', 'DU', 'DR', 'ITMO', 'CSEL', 'PART', 'COORD', 'COGES', 'COPIL', 'DAF', 'DAJ', 'DPO', 'INT',
        'AUD', 'DG'));
END
$$;

CREATE OR REPLACE FUNCTION entente.found(pattern text) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, pg_temp SET jit = off AS $$
DECLARE
    plain CONSTANT text := entente.folded(pattern);
    -- Whoever sees every file and reads every dossier; or the machine itself.
    reads_all CONSTANT boolean := entente.sees_all() AND (current_setting('entente.actor', true) = '*'
        OR EXISTS (SELECT FROM entente.held() h WHERE h.scope = '*' AND h.role IN ('INT', 'DG', 'AUD')));
BEGIN
    RETURN QUERY
    SELECT x.id FROM (
        SELECT a.id, true AS is_open FROM entente.agreement a
        WHERE a.reference ILIKE pattern OR a.register_number ILIKE pattern OR a.unit ILIKE pattern
        UNION
        SELECT a.id, true FROM entente.organisation o JOIN entente.agreement a ON a.parties @> ARRAY[o.id]
        WHERE entente.folded(o.name) LIKE plain
        UNION
        SELECT a.id, true FROM entente.erasable_value v JOIN entente.agreement a ON a.acronym = v.id
        WHERE jsonb_typeof(v.value) = 'string' AND octet_length(v.value::text) <= 400
            AND entente.folded(v.value #>> '{}') LIKE plain
        UNION
        SELECT a.id, false FROM entente.erasable_value v
            JOIN entente.agreement a ON a.id = CASE WHEN octet_length(v.stream) = 36 THEN v.stream::uuid END
        WHERE jsonb_typeof(v.value) = 'string' AND octet_length(v.value::text) <= 400
            AND entente.folded(v.value #>> '{}') LIKE plain
            AND v.id::text IN (a.snapshot #>> '{dossier,titleFr,id}', a.snapshot #>> '{dossier,titleEn,id}')) x
    WHERE ((SELECT entente.sees_files()) OR EXISTS (SELECT FROM entente.seen_file f WHERE f.id = x.id))
        AND (x.is_open OR reads_all OR entente.reads_dossier(x.id));
END
$$;

REVOKE ALL ON FUNCTION entente.reads_dossier(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entente.reads_dossier(uuid) TO entente_app;

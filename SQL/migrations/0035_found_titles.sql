-- Why: a title is found by everybody who reads it on the file's page: also by whoever reads the texts only, and by experts who
-- declared their interests. A proposal that was not sent is read by those who write and endorse it, and by those who see
-- every file: its title is found by nobody else. The signs of patterns are taken as they are in whatever form they are typed,
-- and a word of nothing but accents is in no title.
-- Lock: none; two functions take the place of two.

DROP FUNCTION entente.found(text);
DROP FUNCTION entente.reads_dossier(uuid);

-- Whether a file is a proposal that was never sent, or is only being written.
CREATE FUNCTION entente.is_draft(file uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM entente.agreement a WHERE a.id = file AND a.reference IS NULL)
        AND NOT EXISTS (SELECT FROM entente.task t WHERE t.agreement = file AND t.process = 'life'
            AND t.closed_seq IS NULL AND t.role NOT IN ('PI_FR', 'PI_EXT', 'COORD'))
$$;

-- Whether somebody who is asked as an expert of a file has declared to have no link, and was not found to have one.
CREATE FUNCTION entente.has_declared(who uuid, file uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM entente.task t JOIN entente.process p ON p.agreement = t.agreement AND p.path = t.process
        WHERE t.agreement = file AND t.role_of = 'person' AND t.narrowed_to = who::text AND p.definition = 'expertise'
            AND coalesce(p.outcome, '') NOT IN ('recused', 'replaced', 'void')
            AND NOT EXISTS (SELECT FROM unnest(p.state) s WHERE s LIKE '%.invited'))
$$;

-- Whether the person who asks reads the title of a file, by a role that they hold on it.
-- The cost tells the planner to ask it last.
CREATE FUNCTION entente.reads_title(file uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER COST 10000 SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    asker CONSTANT uuid := entente.asking();
    is_draft CONSTANT boolean := entente.is_draft(file);
BEGIN
    RETURN EXISTS (SELECT FROM entente.roles_on(asker, file) r WHERE r.role IN (
        'PI_FR', 'PI_EXT', 'DU', 'DR', 'EXP', 'ITMO', 'CSEL', 'PART', 'SIG', 'COORD', 'COGES', 'COPIL', 'DAF', 'DAJ',
        'DPO', 'FSD', 'INT', 'AUD', 'DG', 'ARCH')
        AND (r.role <> 'EXP' OR entente.has_declared(asker, file))
        AND (NOT is_draft OR r.role IN ('PI_FR', 'PI_EXT', 'COORD', 'DU', 'INT', 'DG', 'AUD')));
END
$$;

-- The files in which a word stands where the person who asks may read it.
CREATE FUNCTION entente.files_with(word text) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, pg_temp SET jit = off AS $$
DECLARE
    folded CONSTANT text := entente.folded(word);
    -- Folded first: it makes signs of patterns of their wider and smaller forms.
    pattern CONSTANT text := '%' || regexp_replace(folded, '([\\%_])', '\\\1', 'g') || '%';
    -- Whoever sees every file and reads every dossier; or the machine itself.
    reads_all CONSTANT boolean := entente.sees_all() AND (current_setting('entente.actor', true) = '*'
        OR EXISTS (SELECT FROM entente.held() h WHERE h.scope = '*' AND h.role IN ('INT', 'DG', 'AUD')));
BEGIN
    IF folded = '' THEN
        RETURN;
    END IF;
    RETURN QUERY
    SELECT x.id FROM (
        SELECT a.id, true AS is_open FROM entente.agreement a
        WHERE a.reference ILIKE pattern OR a.register_number ILIKE pattern OR a.unit ILIKE pattern
        UNION
        SELECT a.id, true FROM entente.organisation o JOIN entente.agreement a ON a.parties @> ARRAY[o.id]
        WHERE entente.folded(o.name) LIKE pattern
        UNION
        SELECT a.id, true FROM entente.erasable_value v JOIN entente.agreement a ON a.acronym = v.id
        WHERE jsonb_typeof(v.value) = 'string' AND octet_length(v.value::text) <= 400
            AND entente.folded(v.value #>> '{}') LIKE pattern
        UNION
        SELECT a.id, false FROM entente.erasable_value v
            JOIN entente.agreement a ON a.id = CASE WHEN octet_length(v.stream) = 36 THEN v.stream::uuid END
        WHERE jsonb_typeof(v.value) = 'string' AND octet_length(v.value::text) <= 400
            AND entente.folded(v.value #>> '{}') LIKE pattern
            AND v.id::text IN (a.snapshot #>> '{dossier,titleFr,id}', a.snapshot #>> '{dossier,titleEn,id}')) x
    WHERE ((SELECT entente.sees_files()) OR EXISTS (SELECT FROM entente.seen_file f WHERE f.id = x.id))
        AND (x.is_open OR reads_all OR entente.reads_title(x.id));
END
$$;

REVOKE ALL ON FUNCTION entente.is_draft(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION entente.has_declared(uuid, uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION entente.reads_title(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION entente.files_with(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entente.files_with(text) TO entente_app;

-- Why: whoever sees a file through a unit, an institute or a name waited for all the files that they see, each time that one was
-- asked for (five times a page: 155 ms where a person has 3,700 files): whether one is seen is asked of that one now, by the same
-- rule. What a page needs of a file beside its events comes with its name, so that sight is asked once less often. And plans of
-- functions by a person or a file were made anew in each call (1.5 of 1.8 ms of what a person is asked): they are kept.
-- Lock: none; functions are made and replaced.

-- Files of whoever holds a role everywhere, which is asked first: without one every agreement was read to find none.
CREATE OR REPLACE FUNCTION entente.own_wide() RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER COST 80000 ROWS 1
    SET search_path = pg_catalog, pg_temp SET jit = off AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM entente.held() h WHERE h.scope = '*' AND h.role <> 'EXP') THEN
        RETURN;
    END IF;
    RETURN QUERY
    SELECT a.id FROM entente.held() h CROSS JOIN entente.agreement a
    WHERE h.scope = '*' AND h.role <> 'EXP'
        AND (entente.reads_drafts(h.role) OR a.reference IS NOT NULL
            OR NOT EXISTS (SELECT FROM entente.unsent u WHERE u.id = a.id))
        AND NOT EXISTS (
            SELECT FROM entente.named x WHERE x.agreement = a.id AND x.role = h.role)
        AND NOT EXISTS (SELECT FROM entente.own_bars() b WHERE b.agreement = a.id AND b.role = h.role);
END
$$;

-- Whether the person who asks may see a file: what the policies of the tables say of each, said of one.
CREATE OR REPLACE FUNCTION entente.sees(file uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET jit = off
    SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    me uuid;
    a entente.agreement;
    is_sent boolean;
    is_seen boolean;
BEGIN
    IF current_setting('entente.actor', true) = '*' THEN
        RETURN entente.sees_all();
    END IF;
    me := entente.asking();
    SELECT * INTO a FROM entente.agreement x WHERE x.id = file;
    is_sent := NOT EXISTS (SELECT FROM entente.unsent u WHERE u.id = file);
    SELECT
        bool_or(h.scope = '*' AND h.role IN ('INT', 'DG', 'ADM', 'AUD'))
            AND (is_sent OR bool_or(h.scope = '*' AND entente.reads_drafts(h.role)))
        -- Whoever holds a role sees the files of its scope that name nobody for it.
        OR bool_or(entente.covers(h.scope, a) AND (is_sent OR entente.reads_drafts(h.role))
            AND NOT EXISTS (SELECT FROM entente.named x WHERE x.agreement = file AND x.role = h.role)
            AND NOT EXISTS (SELECT FROM entente.barred(me) b WHERE b.stream = file::text AND b.role = h.role))
        INTO is_seen
        FROM entente.held_by(me) h WHERE h.role <> 'EXP';
    RETURN coalesce(is_seen, false)
        OR EXISTS (SELECT FROM entente.named x WHERE x.agreement = file AND x.person = me AND x.role <> 'EXP'
            AND (is_sent OR entente.reads_drafts(x.role)))
        OR EXISTS (SELECT FROM entente.delegated_to(me) d
            JOIN entente.named x ON x.agreement = file AND x.person = d.grantor AND x.role = d.role AND x.role <> 'EXP'
            WHERE entente.covers(d.scope, a) AND (is_sent OR entente.reads_drafts(x.role)))
        OR EXISTS (SELECT FROM entente.asked(me) t WHERE t.agreement = file);
END
$$;

-- The file of an id, a reference or a register number, with the roles on it of the person who asks, its erasable values that are
-- still there, and what its documents are called; none that they do not see.
DROP FUNCTION entente.file_named(text, uuid);
DROP FUNCTION entente.values_of(uuid);
DROP FUNCTION entente.document_names_of(uuid);
CREATE FUNCTION entente.file_named(name text, uuid_named uuid)
    RETURNS TABLE (id uuid, roles text[], erasable jsonb, documents jsonb)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, pg_temp
    SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT f.id, ARRAY(SELECT r.role FROM entente.roles_on(entente.asking(), f.id) r),
        (SELECT coalesce(jsonb_object_agg(v.id, v.value), '{}') FROM entente.erasable_value v
            WHERE v.stream = f.id::text AND v.value IS NOT NULL),
        (SELECT coalesce(jsonb_object_agg(d.id, d.file_name), '{}') FROM entente.document d
            WHERE d.agreement = f.id AND d.bytes IS NOT NULL AND d.file_name IS NOT NULL)
    FROM (SELECT a.id FROM entente.agreement a
        WHERE (a.id = uuid_named OR a.reference = name OR a.register_number = name) AND entente.sees(a.id)
        ORDER BY a.id = uuid_named DESC NULLS LAST LIMIT 1) f;
END
$$;

-- What people may want to be told of what an event carries: without what rules read, what notices were owed, and what the machine
-- notes for itself of its processes, tasks and timers.
CREATE OR REPLACE FUNCTION entente.told(payload jsonb) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN payload || jsonb_build_object('reads', '[]'::jsonb, 'notices', '[]'::jsonb, 'changes',
        jsonb_path_query_array(payload, '$.changes[*] ? (!(exists(@.timerArmed) || exists(@.timerClosed)
            || exists(@.taskOpened) || exists(@.taskClosed) || exists(@.moved) || exists(@.processStarted)
            || exists(@.processResumed) || exists(@.processClosed) || exists(@.did)))'));
END
$$;

ALTER FUNCTION entente.asked(uuid) SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION entente.barred(uuid) SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION entente.delegated_to(uuid) SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION entente.held_by(uuid) SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION entente.roles_on(uuid, uuid) SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION entente.snapshot(jsonb) SET plan_cache_mode = force_generic_plan;

REVOKE ALL ON FUNCTION entente.file_named(text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entente.file_named(text, uuid) TO entente_app;

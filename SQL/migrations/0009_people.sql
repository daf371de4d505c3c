-- Why: people are absent from a day to a day and leave at an instant; institutes and units are merged into others.
-- Lock: brief ACCESS EXCLUSIVE on person (no rewrite), one UPDATE of those who left; new tables and functions.

ALTER TABLE entente.person ADD COLUMN left_at timestamptz;
GRANT UPDATE (left_at) ON entente.person TO entente_engine;
UPDATE entente.person p SET left_at = e.at
FROM (
    SELECT (payload #>> '{register,personDisabled,person}')::uuid AS id, min(at) AS at
    FROM entente.event WHERE stream = 'register' AND type = 'person.disabled' GROUP BY 1) e
WHERE p.id = e.id;

CREATE TABLE entente.absence (
    id uuid PRIMARY KEY,
    person uuid NOT NULL REFERENCES entente.person,
    -- Civil days of the institution's zone, both of them days of absence.
    first_day date NOT NULL,
    last_day date NOT NULL,
    seq bigint NOT NULL,
    ended_seq bigint,
    -- Ended before it began, it has no day.
    CONSTRAINT absence_days CHECK (last_day >= first_day - 1)
);
CREATE INDEX absence_person ON entente.absence (person);

CREATE TABLE entente.succession (
    kind text NOT NULL CHECK (kind IN ('itmo', 'unit')),
    code text NOT NULL CHECK (char_length(code) BETWEEN 1 AND 64),
    successor text NOT NULL CHECK (char_length(successor) BETWEEN 1 AND 64 AND successor <> code),
    -- From 00:00 of this day in the institution's zone.
    on_day date NOT NULL,
    seq bigint NOT NULL,
    PRIMARY KEY (kind, code)
);

CREATE FUNCTION entente.absence_json(a entente.absence) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_object('id', a.id, 'person', a.person, 'from', a.first_day, 'until', a.last_day)
$$;

CREATE FUNCTION entente.succession_json(s entente.succession) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_object('kind', s.kind, 'from', s.code, 'into', s.successor, 'on', s.on_day)
$$;

-- The instant at which a civil day of the institution begins.
CREATE FUNCTION entente.day_start(day date) RETURNS timestamptz LANGUAGE sql STABLE AS $$
    SELECT day::timestamp AT TIME ZONE i.zone FROM entente.institution i
$$;

-- Scopes, and those that take over from them on whatever day: which of them count at an instant is decided from the
-- facts.
CREATE FUNCTION entente.with_successors(scopes text[]) RETURNS text[] LANGUAGE sql STABLE AS $$
    WITH RECURSIVE taken (scope) AS (
        SELECT unnest(scopes)
        UNION
        SELECT s.kind || ':' || s.successor FROM taken t
        JOIN entente.succession s ON s.kind || ':' || s.code = t.scope)
    SELECT array_agg(scope) FROM taken
$$;

CREATE OR REPLACE FUNCTION entente.snapshot(q jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
    a entente.agreement;
    scopes text[];
    wanted uuid[];
    answer jsonb;
BEGIN
    SELECT * INTO a FROM entente.agreement WHERE id = (q ->> 'agreement')::uuid;
    SELECT array_agg(s) INTO scopes FROM (
        SELECT '*' UNION ALL SELECT 'agreement:' || (q ->> 'agreement')
        UNION ALL SELECT 'unit:' || u FROM unnest(ARRAY[a.unit, q ->> 'unit']) u WHERE u IS NOT NULL
        UNION ALL SELECT 'itmo:' || i FROM unnest(ARRAY[a.itmo, q ->> 'itmo']) i WHERE i IS NOT NULL
        UNION ALL SELECT 'party:' || p FROM unnest(a.parties) p
        UNION ALL SELECT 'party:' || p FROM jsonb_array_elements_text(q -> 'parties') p
        -- Bodies that are about to join have no other trace than the processes that are about them.
        UNION ALL SELECT 'party:' || (p #>> '{}') FROM jsonb_path_query(a.snapshot, 'lax $.processes.*.item.**.id') p
        UNION ALL SELECT DISTINCT scope FROM entente.role_grant WHERE scope LIKE 'instrument:%'
        UNION ALL SELECT DISTINCT scope FROM entente.delegation WHERE scope LIKE 'instrument:%') AS t (s);
    scopes := entente.with_successors(scopes);
    SELECT array_agg(DISTINCT x) INTO wanted FROM (
        SELECT person FROM entente.role_grant WHERE scope = ANY (scopes)
        UNION ALL SELECT unnest(ARRAY[grantor, grantee]) FROM entente.delegation WHERE scope = ANY (scopes)
        UNION ALL SELECT p::uuid FROM jsonb_array_elements_text(q -> 'people') p
        UNION ALL SELECT p::uuid FROM jsonb_array_elements_text(q -> 'named') p
        UNION ALL SELECT * FROM entente.named_people(a.snapshot) WHERE a.id IS NOT NULL) AS t (x);
    SELECT to_jsonb(v) INTO answer FROM entente.earlier_answer(nullif(q -> 'request', 'null'::jsonb)) v;
    RETURN jsonb_build_object(
        'now', entente.instant_text(greatest(entente.now(), a.updated_at)),
        'institution', (SELECT jsonb_build_object('id', i.id, 'zone', i.zone, 'calendar', i.calendar)
            FROM entente.institution i),
        'agreement', a.snapshot, 'answer', answer,
        'people', (SELECT jsonb_agg(jsonb_build_object(
                'id', p.id, 'active', p.active, 'organisation', p.organisation, 'unit', p.unit,
                'language', p.language, 'leftAt', entente.instant_text(p.left_at), 'name', p.name, 'email', p.email,
                'os_user', p.os_user))
            FROM entente.person p WHERE p.id = ANY (wanted)),
        'authority', (SELECT jsonb_object_agg(p.id, p.authority)
            FROM entente.person p WHERE p.id IN (SELECT x::uuid FROM jsonb_array_elements_text(q -> 'people') x)),
        'grants', (SELECT jsonb_agg(entente.grant_json(g) ORDER BY g.seq)
            FROM entente.role_grant g WHERE g.scope = ANY (scopes)),
        'delegations', (SELECT jsonb_agg(entente.delegation_json(d) ORDER BY d.seq)
            FROM entente.delegation d WHERE d.scope = ANY (scopes)),
        'organisations', (SELECT jsonb_agg(entente.organisation_json(o)) FROM entente.organisation o
            WHERE o.id = ANY (a.parties) OR o.home
                OR o.id IN (SELECT x FROM jsonb_array_elements_text(q -> 'parties') x)),
        'measures', (SELECT jsonb_agg(entente.measure_json(m) ORDER BY m.seq) FROM entente.measure m),
        'absences', (SELECT jsonb_agg(entente.absence_json(x) ORDER BY x.seq) FROM entente.absence x
            WHERE x.person = ANY (wanted)),
        'successions', (SELECT jsonb_agg(entente.succession_json(x) ORDER BY x.seq) FROM entente.succession x),
        'calls', (SELECT jsonb_agg(entente.call_json(k, s)) FROM entente.call k
            JOIN entente.stream s ON s.stream = k.id::text
            WHERE k.id = a.call OR k.id = (q ->> 'call')::uuid OR k.closes_at >= entente.now()),
        'cited', (SELECT jsonb_object_agg(x.id, jsonb_build_object(
                'legal', x.legal,
                'isClosed', coalesce(x.snapshot #> '{variables,closedToCitation}' = 'true', false)))
            FROM entente.agreement x
            WHERE x.id IN (SELECT y::uuid FROM jsonb_array_elements_text(q -> 'cites') y)),
        'counters', (SELECT jsonb_object_agg(k.series, k.value) FROM entente.counter k
            WHERE a.id IS NULL OR k.series LIKE 'register-%' OR starts_with(k.series, a.instrument || '-')),
        'dossier', (SELECT jsonb_object_agg(f.key, v.value)
            FROM jsonb_each(a.snapshot -> 'dossier') f
            JOIN entente.erasable_value v ON v.id = (f.value ->> 'id')::uuid AND v.value IS NOT NULL));
END $$;

-- The facts that a change of the register reads. `q`: people, grant, delegation, call, country.
CREATE OR REPLACE FUNCTION entente.register_facts(q jsonb) RETURNS jsonb LANGUAGE sql STABLE AS $$
    WITH wanted AS (SELECT x::uuid AS id FROM jsonb_array_elements_text(q -> 'people') x)
    SELECT jsonb_build_object(
        'now', entente.instant_text(entente.now()),
        'institution', (SELECT jsonb_build_object('id', i.id, 'zone', i.zone, 'calendar', i.calendar)
            FROM entente.institution i),
        'people', (SELECT jsonb_agg(jsonb_build_object(
                'id', p.id, 'active', p.active, 'organisation', p.organisation, 'unit', p.unit,
                'language', p.language, 'leftAt', entente.instant_text(p.left_at), 'name', p.name, 'email', p.email,
                'os_user', p.os_user))
            FROM entente.person p WHERE p.id IN (SELECT id FROM wanted)),
        'grants', (SELECT jsonb_agg(entente.grant_json(g) ORDER BY g.seq) FROM entente.role_grant g
            WHERE g.person IN (SELECT id FROM wanted) OR g.id = (q ->> 'grant')::uuid),
        'delegations', (SELECT jsonb_agg(entente.delegation_json(d) ORDER BY d.seq) FROM entente.delegation d
            WHERE d.grantor IN (SELECT id FROM wanted) OR d.grantee IN (SELECT id FROM wanted)
                OR d.id = (q ->> 'delegation')::uuid),
        'organisations', (SELECT jsonb_agg(entente.organisation_json(o)) FROM entente.organisation o),
        'measures', (SELECT jsonb_agg(entente.measure_json(m) ORDER BY m.seq) FROM entente.measure m),
        'absences', (SELECT jsonb_agg(entente.absence_json(a) ORDER BY a.seq) FROM entente.absence a
            WHERE a.person IN (SELECT id FROM wanted)),
        'successions', (SELECT jsonb_agg(entente.succession_json(s) ORDER BY s.seq) FROM entente.succession s),
        'calls', (SELECT jsonb_agg(entente.call_json(k, s)) FROM entente.call k
            JOIN entente.stream s ON s.stream = k.id::text WHERE k.id = (q ->> 'call')::uuid),
        'countries', CASE WHEN q ->> 'country' IS NOT NULL THEN
            (SELECT jsonb_agg(entente.country_json(r) ORDER BY r.id) FROM entente.reference r WHERE r.list = 'country')
            END)
$$;

REVOKE ALL ON FUNCTION entente.absence_json(entente.absence), entente.succession_json(entente.succession),
    entente.day_start(date), entente.with_successors(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entente.absence_json(entente.absence), entente.succession_json(entente.succession),
    entente.day_start(date) TO entente_app, entente_engine;
GRANT EXECUTE ON FUNCTION entente.with_successors(text[]) TO entente_engine;
GRANT SELECT ON entente.absence, entente.succession TO entente_app, entente_engine;
GRANT INSERT ON entente.absence, entente.succession TO entente_engine;
GRANT UPDATE (last_day, ended_seq) ON entente.absence TO entente_engine;

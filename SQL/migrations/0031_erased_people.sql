-- Why: law may require that a person's data go. What the register calls somebody, how they log in, the mails that they got and
-- what drafts of others name them are deleted; their id stays in events, which hold no name.
-- Lock: none: a function only.

-- Deletes what one recorded event of the register says, and nothing else; with the owner's rights, as `eliminate`.
CREATE FUNCTION entente.erase_person(event_seq bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    instant timestamptz;
    who uuid;
    words text[];
BEGIN
    SELECT e.at, (e.payload -> 'register' -> 'personErased' ->> 'person')::uuid INTO instant, who
    FROM entente.event e
    WHERE e.stream = 'register' AND e.seq = event_seq AND e.type = 'person.erased';
    SELECT regexp_split_to_array(entente.folded(concat_ws(' ', p.name, p.email)), '\s+') INTO words
    FROM entente.person p WHERE p.id = who;
    -- A field that holds nothing but words of the name, in whatever order and spelling, names the person.
    UPDATE entente.draft d SET fields = (
        SELECT jsonb_object_agg(f.key, (SELECT coalesce(jsonb_agg(CASE
            WHEN regexp_split_to_array(entente.folded(v.value), '\s+') <@ words THEN '' ELSE v.value END), '[]')
            FROM jsonb_array_elements_text(f.value) v))
        FROM jsonb_each(d.fields) f)
    WHERE EXISTS (SELECT FROM jsonb_each(d.fields) f, jsonb_array_elements_text(f.value) v
        WHERE regexp_split_to_array(entente.folded(v.value), '\s+') <@ words);
    UPDATE entente.person p SET name = NULL, email = NULL, os_user = NULL, salt = NULL, eliminated_at = instant
    WHERE p.id = who;
    DELETE FROM entente.session s WHERE s.person = who;
    DELETE FROM entente.invitation i WHERE i.person = who;
    DELETE FROM entente.draft d WHERE d.person = who;
    DELETE FROM entente.account a WHERE a.person = who;
    UPDATE entente.job j SET recipient = NULL
    FROM entente.passcode c JOIN entente.notice n ON n.id = c.notice
    WHERE n.recipient = who AND j.kind = 'passcode' AND j.key = c.id::text;
    UPDATE entente.job j SET recipient = NULL
    FROM (SELECT 'mail' AS kind, id FROM entente.notice WHERE recipient = who
        UNION ALL SELECT 'call-mail', id FROM entente.call_mail WHERE person = who
        UNION ALL SELECT 'digest-mail', id FROM entente.digest WHERE person = who) m
    WHERE j.kind = m.kind AND j.key = m.id::text;
    UPDATE entente.notice n SET
        to_name = '', to_address = '', subject = '', text = '', html = '',
        status = CASE WHEN n.status = 'owed' THEN 'withdrawn' ELSE n.status END,
        verdicts = (SELECT coalesce(jsonb_agg(v || '{"address": "", "reply": ""}'), '[]')
            FROM jsonb_array_elements(n.verdicts) v),
        eliminated_at = coalesce(n.eliminated_at, instant)
    WHERE n.recipient = who;
    UPDATE entente.call_mail m SET
        to_name = '', to_address = '', subject = '', text = '', html = '',
        status = CASE WHEN m.status = 'owed' THEN 'withdrawn' ELSE m.status END,
        verdicts = (SELECT coalesce(jsonb_agg(v || '{"address": "", "reply": ""}'), '[]')
            FROM jsonb_array_elements(m.verdicts) v),
        eliminated_at = coalesce(m.eliminated_at, instant)
    WHERE m.person = who;
    UPDATE entente.digest d SET
        to_name = '', to_address = '', subject = '', text = '', html = '',
        status = CASE WHEN d.status = 'owed' THEN 'withdrawn' ELSE d.status END,
        verdicts = (SELECT coalesce(jsonb_agg(v || '{"address": "", "reply": ""}'), '[]')
            FROM jsonb_array_elements(d.verdicts) v),
        eliminated_at = coalesce(d.eliminated_at, instant)
    WHERE d.person = who;
END $$;

REVOKE ALL ON FUNCTION entente.erase_person(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entente.erase_person(bigint) TO entente_engine;

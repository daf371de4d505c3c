-- Why: who speaks for a body that is asked to sign reads the texts, as those who sign for it do, though it is no party, or not
-- yet: a late signer, a newcomer. They do so already while the text is sent to them to be agreed.
-- Lock: none on tables; a function is replaced.

CREATE OR REPLACE FUNCTION entente.asked(who uuid) RETURNS TABLE (agreement uuid, role text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 4 SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT t.agreement, t.role
    FROM entente.task t JOIN entente.process p ON p.agreement = t.agreement AND p.path = t.process
    WHERE t.role_of = 'person' AND t.narrowed_to = who::text
        AND (t.role <> 'EXP' OR coalesce(p.outcome, '') NOT IN ('recused', 'replaced', 'void'))
        AND NOT EXISTS (SELECT FROM entente.barred(who) b WHERE b.stream = t.agreement::text AND b.role = t.role)
    UNION ALL
    SELECT t.agreement, 'SIG' FROM entente.held_by(who) h
        JOIN entente.task t ON t.narrowed_to = substr(h.scope, 7)
        JOIN entente.process p ON p.agreement = t.agreement AND p.path = t.process
    WHERE h.role IN ('SIG', 'PART') AND h.scope LIKE 'party:%' AND t.role_of = 'party' AND t.closed_seq IS NULL
        AND (t.role = 'SIG' OR t.role = 'PART' AND h.role = 'PART' AND p.definition = 'text_reading');
END
$$;

-- Why: who speaks for a body that is asked to agree or sign a text before it is a party reads that text and the consolidated one,
-- not every text of the file. The role says for which body they are asked: SIG(body); the rule is where sight is decided.
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
    SELECT t.agreement, CASE WHEN t.narrowed_to = ANY (a.parties) THEN 'SIG' ELSE 'SIG(' || t.narrowed_to || ')' END
    FROM entente.held_by(who) h
        JOIN entente.task t ON t.narrowed_to = substr(h.scope, 7)
        JOIN entente.process p ON p.agreement = t.agreement AND p.path = t.process
        JOIN entente.agreement a ON a.id = t.agreement
    WHERE h.role IN ('SIG', 'PART') AND h.scope LIKE 'party:%' AND t.role_of = 'party' AND t.closed_seq IS NULL
        AND (t.role = 'SIG' OR t.role = 'PART' AND h.role = 'PART' AND p.definition = 'text_reading');
END
$$;

import Postgres

/// What follows from the events: an independent fold of them, as statements.
extension StorageInvariants {
    static let fold: [(String, SQL)] = [
        (
            "I4 the open tasks are those of the events",
            """
            WITH \(change), opened AS (
                SELECT c.agreement_id, c.value #>> '{task,id}' AS id, c.value #>> '{task,process}' AS process,
                    c.value #>> '{task,state}' AS of_state, c.value #>> '{task,role,role}' AS role
                FROM change c WHERE c.kind = 'taskOpened' AND NOT EXISTS (
                    SELECT FROM change d WHERE d.agreement_id = c.agreement_id AND d.kind = 'taskClosed'
                        AND d.value ->> 'task' = c.value #>> '{task,id}')),
            stored AS (SELECT agreement_id, id::text, process, of_state, role FROM audit_v1.task
                WHERE closed_seq IS NULL)
            SELECT (line).agreement_id || ' ' || (line).id AS breach FROM (
                (SELECT o AS line FROM opened o EXCEPT SELECT s FROM stored s) UNION ALL
                (SELECT s FROM stored s EXCEPT SELECT o FROM opened o)) different
            """
        ),
        (
            "I4 the armed timers are those of the events",
            """
            WITH \(change), rung AS (
                SELECT agreement_id, value ->> 'timer' AS timer FROM change WHERE kind = 'timerClosed'),
            armed AS (
                SELECT c.agreement_id, c.value #>> '{timer,id}' AS id, c.value #>> '{timer,process}' AS process,
                    c.value #>> '{timer,state}' AS of_state, (c.value #>> '{timer,due}')::timestamptz AS due
                FROM change c WHERE c.kind = 'timerArmed' AND NOT EXISTS (
                    SELECT FROM rung r WHERE r.agreement_id = c.agreement_id
                        AND r.timer = c.value #>> '{timer,id}')),
            stored AS (SELECT agreement_id, id::text, process, of_state, due_at AS due FROM audit_v1.timer
                WHERE state = 'armed')
            SELECT (line).agreement_id || ' ' || (line).id AS breach FROM (
                (SELECT a AS line FROM armed a EXCEPT SELECT s FROM stored s) UNION ALL
                (SELECT s FROM stored s EXCEPT SELECT a FROM armed a)) different
            """
        ),
        (
            "I4 the parties are those of the events, in their order",
            """
            WITH \(change)
            SELECT a.id::text AS breach FROM audit_v1.agreement a
            WHERE ARRAY(SELECT party FROM audit_v1.party p WHERE p.agreement_id = a.id ORDER BY position)
                IS DISTINCT FROM ARRAY(
                    SELECT c.value #>> '{party,id}' FROM change c
                    WHERE c.agreement_id = a.id AND c.kind = 'partyJoined' AND NOT EXISTS (
                        SELECT FROM change l WHERE l.agreement_id = a.id AND l.kind = 'partyLeft'
                            AND l.value ->> 'party' = c.value #>> '{party,id}'
                            AND (l.seq, l.number) > (c.seq, c.number))
                    ORDER BY c.seq, c.number)
            """
        ),
        (
            "I4 the states are those of the events",
            """
            WITH \(change), moved AS (
                SELECT DISTINCT ON (agreement_id, value ->> 'path') agreement_id, value ->> 'path' AS path,
                    value #> '{movement,state}' AS state
                FROM change WHERE kind = 'moved'
                ORDER BY agreement_id, value ->> 'path', seq DESC, number DESC)
            SELECT coalesce(p.agreement_id, m.agreement_id) || ' ' || coalesce(p.path, m.path) AS breach
            FROM audit_v1.process p
            FULL JOIN moved m ON m.agreement_id = p.agreement_id AND m.path = p.path
            WHERE to_jsonb(p.state) IS DISTINCT FROM m.state
            """
        ),
        (
            "I4 the processes run that the events left running",
            """
            WITH \(change), told AS (
                SELECT DISTINCT ON (agreement_id, path) agreement_id, path, status FROM (
                    SELECT agreement_id, seq, number, coalesce(value ->> 'path', value #>> '{process,path}') AS path,
                        coalesce(value ->> 'status', 'active') AS status
                    FROM change WHERE kind IN ('processStarted', 'processClosed')
                    UNION ALL SELECT r.agreement_id, r.seq, r.number, r.value ->> 'path', 'active' FROM change r
                    WHERE r.kind = 'processResumed' AND NOT EXISTS (
                        SELECT FROM change c WHERE c.agreement_id = r.agreement_id AND c.kind = 'processClosed'
                            AND c.value ->> 'path' = r.value ->> 'path' AND c.value ->> 'status' = 'ended')) line
                ORDER BY agreement_id, path, seq DESC, number DESC)
            SELECT coalesce(p.agreement_id, t.agreement_id) || ' ' || coalesce(p.path, t.path) AS breach
            FROM audit_v1.process p
            FULL JOIN told t ON t.agreement_id = p.agreement_id AND t.path = p.path
            WHERE p.status IS DISTINCT FROM t.status
            """
        ),
        (
            "I4 the legal status is that of the events",
            """
            WITH \(change), said AS (
                SELECT DISTINCT ON (agreement_id) agreement_id, value ->> 'status' AS status FROM change
                WHERE kind = 'legalStatus' ORDER BY agreement_id, seq DESC, number DESC)
            SELECT a.id::text AS breach FROM audit_v1.agreement a
            LEFT JOIN said s ON s.agreement_id = a.id
            WHERE a.legal IS DISTINCT FROM coalesce(s.status, 'none')
            """
        ),
    ]

    static let timers: [(String, SQL)] = [
        (
            "I23 a timer ends once",
            """
            WITH \(change)
            SELECT agreement_id || ' ' || (value ->> 'timer') AS breach FROM change WHERE kind = 'timerClosed'
            GROUP BY agreement_id, value ->> 'timer' HAVING count(*) > 1
            """
        ),
        (
            "I23 a timer does not fire before it is due",
            """
            WITH \(event)
            SELECT t.agreement_id || ' ' || t.id AS breach FROM audit_v1.timer t
            JOIN event e ON e.agreement_id = t.agreement_id AND e.seq = t.closed_seq
            WHERE t.state = 'fired' AND e.at < t.due_at
            """
        ),
        (
            "I23 a timer does not fire after its state was left",
            """
            WITH \(change), fired AS (
                SELECT c.agreement_id, c.seq, t.seq AS armed, t.value -> 'timer' AS timer
                FROM change c
                JOIN change t ON t.agreement_id = c.agreement_id AND t.kind = 'timerArmed'
                    AND t.value #>> '{timer,id}' = c.value ->> 'timer'
                WHERE c.kind = 'timerClosed' AND (c.value ->> 'fired')::boolean)
            SELECT f.agreement_id || ' ' || f.seq || ' ' || (f.timer ->> 'name') AS breach FROM fired f
            JOIN change m ON m.agreement_id = f.agreement_id AND m.value ->> 'path' = f.timer ->> 'process'
                AND m.seq > f.armed AND m.seq < f.seq
            WHERE m.kind = 'moved' AND m.value #> '{movement,left}' ? (f.timer ->> 'state')
                OR m.kind = 'processClosed'
            """
        ),
        (
            "I23 armed timers belong to a state that is active",
            """
            WITH \(change), moved AS (
                SELECT DISTINCT ON (agreement_id, value ->> 'path') agreement_id, value ->> 'path' AS path,
                    value #> '{movement,configuration}' AS configuration
                FROM change WHERE kind = 'moved'
                ORDER BY agreement_id, value ->> 'path', seq DESC, number DESC)
            SELECT t.agreement_id || ' ' || t.id || ' ' || t.name AS breach FROM audit_v1.timer t
            LEFT JOIN moved m ON m.agreement_id = t.agreement_id AND m.path = t.process
            LEFT JOIN audit_v1.process p ON p.agreement_id = t.agreement_id AND p.path = t.process
            WHERE t.state = 'armed'
                AND NOT (p.status = 'active' AND coalesce(m.configuration ? t.of_state, false))
            """
        ),
        (
            "I23 no timer is late, unless the office was told why",
            """
            SELECT t.agreement_id || ' ' || t.id AS breach FROM audit_v1.timer t
            WHERE t.state = 'armed' AND t.due_at < entente.now() - interval '2 s' AND NOT EXISTS (
                SELECT FROM entente.timer_trouble w WHERE w.agreement = t.agreement_id)
            """
        ),
    ]
}

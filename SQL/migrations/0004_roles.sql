-- Why: no serving role can change what was recorded; each door gets what it needs and no more.
-- Lock: brief, on the catalogue. Roles belong to the whole cluster: other databases may have made them already.

DO $$
DECLARE
    role_name text;
BEGIN
    FOREACH role_name IN ARRAY ARRAY['entente_app', 'entente_engine', 'entente_worker', 'entente_audit'] LOOP
        CONTINUE WHEN EXISTS (SELECT FROM pg_roles WHERE rolname = role_name);
        BEGIN
            EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
        EXCEPTION
            WHEN duplicate_object OR unique_violation THEN NULL;
            WHEN insufficient_privilege THEN
                RAISE EXCEPTION 'this login may not create the role %: have it made, or migrate as a login with CREATEROLE',
                    role_name USING ERRCODE = '42501';
        END;
    END LOOP;
END $$;

REVOKE ALL ON ALL TABLES IN SCHEMA entente, audit_v1 FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA entente FROM PUBLIC;
GRANT USAGE ON SCHEMA entente TO entente_app, entente_engine, entente_worker;
GRANT USAGE ON SCHEMA audit_v1 TO entente_audit, entente_app;
GRANT EXECUTE ON FUNCTION entente.now(), entente.instant_text(timestamptz) TO entente_app, entente_engine, entente_worker;

-- app: reads for pages and the command line.
GRANT SELECT ON ALL TABLES IN SCHEMA entente TO entente_app;
GRANT SELECT ON ALL TABLES IN SCHEMA audit_v1 TO entente_app, entente_audit;

GRANT EXECUTE ON FUNCTION entente.grant_json(entente.role_grant), entente.delegation_json(entente.delegation),
    entente.organisation_json(entente.organisation), entente.measure_json(entente.measure),
    entente.call_json(entente.call, entente.stream) TO entente_app;

-- engine: decisions and the register. Events and definitions are appended, never changed.
GRANT SELECT ON ALL TABLES IN SCHEMA entente TO entente_engine;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA entente TO entente_engine;
GRANT INSERT ON entente.event, entente.workflow, entente.request, entente.erasable_value, entente.document,
    entente.assignment, entente.notice, entente.job, entente.person, entente.organisation, entente.role_grant,
    entente.delegation, entente.measure, entente.call, entente.stream, entente.agreement, entente.counter,
    entente.process, entente.task, entente.timer TO entente_engine;
GRANT UPDATE ON entente.stream, entente.agreement, entente.counter, entente.process TO entente_engine;
GRANT UPDATE (closed_seq, closed_at) ON entente.task TO entente_engine;
GRANT UPDATE (closed_seq, status) ON entente.timer TO entente_engine;
GRANT UPDATE (status, settled_at) ON entente.notice TO entente_engine;
GRANT UPDATE (state, done_at, last_error) ON entente.job TO entente_engine;
GRANT UPDATE (name, country, kind, home, seq) ON entente.organisation TO entente_engine;
GRANT UPDATE (active, authority) ON entente.person TO entente_engine;
GRANT UPDATE (valid_until, ended_seq) ON entente.role_grant, entente.measure TO entente_engine;
GRANT UPDATE (revoked_at, revoked_seq) ON entente.delegation TO entente_engine;
GRANT UPDATE (closes_at) ON entente.call TO entente_engine;
-- The simulated clock; a trigger keeps it from going back and from existing in a real database.
GRANT UPDATE (at) ON entente.clock TO entente_engine;

-- worker: jobs and what became of notices.
GRANT SELECT ON entente.job, entente.job_attempt, entente.notice, entente.institution, entente.clock, entente.timer,
    entente.agreement TO entente_worker;
GRANT INSERT, UPDATE ON entente.job TO entente_worker;
GRANT INSERT ON entente.job_attempt TO entente_worker;
GRANT UPDATE (status, verdicts, settled_at) ON entente.notice TO entente_worker;

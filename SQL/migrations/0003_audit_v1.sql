-- Why: what any checker may read, in a form that later releases keep. Columns are only ever added, at the end.
-- Lock: none, views only.

CREATE SCHEMA audit_v1;

CREATE VIEW audit_v1.agreement AS
SELECT
    a.id, i.id AS tenant, a.workflow, a.version AS wf_version, a.state, a.seq, a.head_hash, a.legal, a.reference,
    a.register_number
FROM entente.agreement a CROSS JOIN entente.institution i;

CREATE VIEW audit_v1.event AS
SELECT
    e.stream::uuid AS agreement_id, e.seq, e.type, e.from_state, e.to_state, e.actor, e.on_behalf_of, e.delegation,
    e.role, e.at, e.xid, e.request_id, e.payload, e.doc_hashes, e.prev_hash, e.hash,
    split_part(e.workflow, '@', 2) AS wf_version, e.process, e.channel, e.operator, e.effective_on, e.workflow
FROM entente.event e JOIN entente.agreement a ON e.stream = a.id::text;

-- The events of calls and of the register, with the heads of their chains.
CREATE VIEW audit_v1.stream AS
SELECT s.stream, i.id AS tenant, s.seq, s.head_hash FROM entente.stream s CROSS JOIN entente.institution i;

CREATE VIEW audit_v1.stream_event AS
SELECT
    e.stream, e.seq, e.type, e.from_state, e.to_state, e.actor, e.on_behalf_of, e.delegation, e.role, e.at, e.xid,
    e.request_id, e.payload, e.doc_hashes, e.prev_hash, e.hash, e.process, e.channel, e.operator, e.effective_on,
    e.workflow
FROM entente.event e JOIN entente.stream s USING (stream);

CREATE VIEW audit_v1.timer AS
SELECT
    t.id, t.agreement AS agreement_id, t.armed_seq, t.due_at, t.status AS state, t.closed_seq, t.process,
    t.state AS of_state, t.name
FROM entente.timer t;

CREATE VIEW audit_v1.task AS
SELECT
    t.id, t.agreement AS agreement_id, t.process, t.state AS of_state, t.role, t.narrowed_to, t.opened_seq, t.due_at,
    t.closed_seq
FROM entente.task t;

CREATE VIEW audit_v1.party AS
SELECT a.id AS agreement_id, p.n AS position, p.party
FROM entente.agreement a CROSS JOIN unnest(a.parties) WITH ORDINALITY AS p (party, n);

CREATE VIEW audit_v1.process AS
SELECT p.agreement AS agreement_id, p.path, p.definition, p.status, p.state, p.outcome FROM entente.process p;

CREATE VIEW audit_v1.job AS
SELECT
    j.id, j.kind, j.agreement AS agreement_id, j.event_seq, j.xid, j.recipient, j.message_id, j.state, j.attempts,
    j.run_at, j.lease_until, j.done_at, j.last_error
FROM entente.job j;

CREATE VIEW audit_v1.notice AS
SELECT
    n.id, n.agreement AS agreement_id, n.event_seq, n.notice, n.recipient, n.to_address, n.copy, n.process,
    n.state AS of_state, n.entry_seq, n.occurrence, n.message_id, n.status, n.verdicts
FROM entente.notice n;

-- Rights from the register, and those that an act gave within one agreement. Never deleted, only closed.
CREATE VIEW audit_v1."grant" AS
SELECT
    g.person::text AS actor, g.role, i.id AS tenant,
    CASE WHEN g.scope LIKE 'agreement:%' THEN substr(g.scope, 11)::uuid END AS agreement_id,
    tstzrange(g.valid_from, g.valid_until) AS valid, g.scope
FROM entente.role_grant g CROSS JOIN entente.institution i
UNION ALL
SELECT x.person::text, x.role, i.id, x.agreement, tstzrange(x.at, NULL), 'agreement:' || x.agreement
FROM entente.assignment x CROSS JOIN entente.institution i;

CREATE VIEW audit_v1.delegation AS
SELECT
    d.id, d.grantor::text AS grantor, d.grantee::text AS grantee, d.role, d.scope,
    tstzrange(d.valid_from, d.valid_until) AS valid, d.revoked_at
FROM entente.delegation d;

CREATE VIEW audit_v1.idem AS
SELECT
    r.actor, r.id AS key, r.fingerprint AS request_hash, 'committed'::text AS status, r.seq AS event_seq, r.stream,
    r.answer
FROM entente.request r;

CREATE VIEW audit_v1.doc AS
SELECT
    d.id, d.agreement AS agreement_id, coalesce(d.sha256, d.salted_hash) AS sha256, d.size,
    d.sha256 IS NULL AS is_salted, d.eliminated_at
FROM entente.document d;

-- Signed checkpoints are made outside this release: the view has its columns and no row.
CREATE VIEW audit_v1.checkpoint AS
SELECT
    NULL::bigint AS n, NULL::timestamptz AS at, NULL::text AS prev, NULL::bigint AS events, NULL::text AS root,
    NULL::text AS sig
WHERE false;

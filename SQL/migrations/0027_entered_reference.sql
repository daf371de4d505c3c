-- Why: the office changes the reference lists and the contact address by pages and commands. Rows that somebody entered or
-- ended are left alone when the files are loaded; the address holds until its setting becomes another one.
-- Lock: ACCESS EXCLUSIVE on reference and institution for an instant: columns without a default.

ALTER TABLE entente.reference
    ADD COLUMN entered_by uuid REFERENCES entente.person,
    ADD COLUMN ended_by uuid REFERENCES entente.person;
GRANT UPDATE (ended_by) ON entente.reference TO entente_engine;

-- The setting to which the address was last brought up; null: the address itself.
ALTER TABLE entente.institution ADD COLUMN contact_setting text;
GRANT UPDATE (contact, contact_setting) ON entente.institution TO entente_engine;

-- Why: a mail that asks for a signature names the partner's city; organisations had none.
-- Lock: ACCESS EXCLUSIVE on organisation for an instant: a column without a default, its check reads empty values.

ALTER TABLE entente.organisation
    ADD COLUMN city text,
    ADD CONSTRAINT organisation_city_check CHECK (char_length(city) BETWEEN 1 AND 120);
GRANT UPDATE (city) ON entente.organisation TO entente_engine;

CREATE OR REPLACE FUNCTION entente.organisation_json(o entente.organisation) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object(
        'id', o.id, 'name', o.name, 'city', o.city, 'country', o.country, 'kind', o.kind, 'home', o.home))
$$;

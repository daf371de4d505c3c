-- Why: the worklist asked of everybody who was ever named on a file whether they hold their office, before it looked at the few
-- steps that it shows: the planner took the question for a cheap one (225 ms for 5,064 people named on 1,000 files).
-- Lock: none; what the planner supposes of a function changes.

ALTER FUNCTION entente.in_office(entente.assignment) COST 5000;

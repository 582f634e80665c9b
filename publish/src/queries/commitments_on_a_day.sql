-- As the page says it (src/domain/as_of.rs): on the edition's day what the edition says, before it only what was known by then,
-- after it the newest later fact that settles the commitment, and nothing is open any more that fell due since.
WITH told (day, ends, looked) AS (
  SELECT coalesce(nullif(:day, ''), status_date), status_date, later_facts_checked FROM edition
),
later AS (
  SELECT
    said.commitment, said.state,
    row_number() OVER (
      PARTITION BY said.commitment
      ORDER BY fact.date_first_day DESC, fact.date_last_day DESC, fact.report_section IS NULL DESC, fact.place DESC
    ) AS newest
  FROM told
  JOIN later_facts AS fact ON fact.date_last_day <= told.day AND told.ends < told.day
  JOIN later_outcomes AS said ON said.later_fact = fact.id AND said.state IS NOT NULL
),
known AS (
  SELECT
    own.*, outcomes.state, outcomes.date AS outcome_date, outcomes.date_first_day AS outcome_day,
    coalesce(own.due_end_last_day, own.due_last_day) AS due_by,
    coalesce(coalesce(own.due_end_last_day, own.due_last_day) < told.day, 0) AS is_over,
    outcomes.state IN ('met', 'met-late', 'changed', 'dropped', 'not-met', 'continuing') AS is_settled,
    later.state AS later_state, told.day, told.ends, told.looked
  FROM commitments AS own
  CROSS JOIN told
  JOIN outcomes ON outcomes.commitment = own.id
  LEFT JOIN later ON later.commitment = own.id AND later.newest = 1
),
on_the_day AS (
  SELECT
    *,
    CASE
      WHEN later_state = 'open' AND looked < day THEN 'unknown'
      WHEN later_state IS NOT NULL THEN later_state
      WHEN day = ends THEN state
      WHEN state = 'open' AND ends < day AND (is_over OR due IS NULL) THEN 'unknown'
      WHEN state = 'unknown' AND (is_over OR due IS NULL OR ends < day) THEN 'unknown'
      WHEN state = 'unknown' THEN 'open'
      WHEN is_settled AND ends < day THEN state
      WHEN state = 'met' AND is_over AND outcome_date IS NULL THEN 'unknown'
      WHEN is_settled AND outcome_day <= day THEN state
      WHEN is_over THEN 'overdue'
      ELSE 'open'
    END AS state_on_the_day
  FROM known
)
SELECT id AS commitment, measure, report_section, owners, text, due, due_by, state_on_the_day AS state
FROM on_the_day
WHERE (coalesce(:state, '') = '' OR state_on_the_day = :state)
  AND (coalesce(:owner, '') = '' OR EXISTS (
    SELECT 1 FROM commitments_owners AS owner WHERE owner.commitment = on_the_day.id AND owner.body = :owner
  ))
ORDER BY due_by IS NULL, due_by, place

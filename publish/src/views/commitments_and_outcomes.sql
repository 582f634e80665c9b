WITH later AS (
  SELECT
    said.commitment, said.later_fact, said.state, said.text, fact.date, fact.date_first_day, fact.date_last_day,
    row_number() OVER (
      PARTITION BY said.commitment
      ORDER BY fact.date_first_day DESC, fact.date_last_day DESC, fact.report_section IS NULL DESC, fact.place DESC
    ) AS newest
  FROM later_outcomes AS said
  JOIN later_facts AS fact ON fact.id = said.later_fact
  WHERE said.state IS NOT NULL
)
SELECT
  own.id AS commitment,
  own.measure,
  own.report_section,
  coalesce(measures.title, sections.title) AS title,
  coalesce(measures.source, sections.source) AS source,
  coalesce(measures.priority, sections.priority) AS priority,
  own.text,
  own.owners,
  own.product,
  own.due,
  coalesce(own.due_end_last_day, own.due_last_day) AS due_by,
  outcomes.state,
  outcomes.date AS outcome_date,
  outcomes.text AS outcome,
  later.state AS later_state,
  later.date AS later_date,
  later.text AS later_outcome,
  later.later_fact
FROM commitments AS own
JOIN outcomes ON outcomes.commitment = own.id
LEFT JOIN measures ON measures.id = own.measure
LEFT JOIN sections ON sections.id = own.report_section
LEFT JOIN later ON later.commitment = own.id AND later.newest = 1

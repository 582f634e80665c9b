SELECT
  periods.id AS period,
  periods.name AS period_name,
  CASE WHEN facts.date_first_day > edition.status_date THEN 'plans' ELSE 'acted' END AS role,
  CASE WHEN facts.period = periods.id THEN 'named' ELSE 'by-date' END AS basis,
  'fact' AS record,
  facts.id,
  facts.measure,
  facts.report_section,
  facts.date,
  facts.date_first_day AS first_day,
  facts.text
FROM periods
CROSS JOIN edition
JOIN facts ON facts.period = periods.id OR (
  facts.date_first_day BETWEEN periods."from" AND periods."to"
  AND coalesce(facts.end_last_day, facts.date_last_day) <= periods."to"
)
UNION ALL
SELECT
  periods.id,
  periods.name,
  'plans',
  CASE WHEN own.period = periods.id THEN 'named' ELSE 'by-date' END,
  'commitment',
  own.id,
  own.measure,
  own.report_section,
  own.due,
  own.due_first_day,
  own.text
FROM periods
JOIN commitments AS own ON own.period = periods.id OR (
  own.due_first_day BETWEEN periods."from" AND periods."to"
  AND coalesce(own.due_end_last_day, own.due_last_day) <= periods."to"
)

SELECT
  'fact' AS record, id, measure, report_section, date, date_first_day AS first_day, kind AS kind_or_state, text
FROM facts
UNION ALL
SELECT
  'commitment', own.id, own.measure, own.report_section, own.due, own.due_first_day, outcomes.state, own.text
FROM commitments AS own
JOIN outcomes ON outcomes.commitment = own.id
UNION ALL
SELECT
  'later fact', id, measure, report_section, date, date_first_day, kind, text
FROM later_facts

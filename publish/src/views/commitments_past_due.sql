SELECT
  owners.body AS owner,
  bodies.short_name AS owner_name,
  own.commitment,
  own.measure,
  own.report_section,
  own.title,
  own.text,
  own.due,
  own.due_by,
  CAST(julianday(edition.status_date) - julianday(own.due_by) AS INTEGER) AS days_past_due,
  12 * (substr(edition.status_date, 1, 4) - substr(own.due_by, 1, 4))
    + substr(edition.status_date, 6, 2) - substr(own.due_by, 6, 2)
    - (substr(edition.status_date, 9, 2) < substr(own.due_by, 9, 2)) AS months_past_due,
  own.outcome,
  own.later_state,
  own.later_date,
  own.later_outcome,
  own.later_fact
FROM commitments_and_outcomes AS own
CROSS JOIN edition
LEFT JOIN commitments_owners AS owners ON owners.commitment = own.commitment
LEFT JOIN bodies ON bodies.id = owners.body
WHERE own.state = 'overdue'

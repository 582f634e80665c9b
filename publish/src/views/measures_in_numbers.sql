SELECT
  own.id AS measure,
  own.source,
  own.priority,
  own.title,
  own.status,
  (SELECT count(*) FROM facts WHERE facts.measure = own.id) AS facts,
  (SELECT max(facts.date_last_day) FROM facts WHERE facts.measure = own.id) AS last_day_of_a_fact,
  (SELECT count(*) FROM commitments WHERE commitments.measure = own.id) AS commitments,
  (
    SELECT count(*) FROM commitments
    JOIN outcomes ON outcomes.commitment = commitments.id
    WHERE commitments.measure = own.id AND outcomes.state = 'overdue'
  ) AS past_due,
  (SELECT count(*) FROM later_facts WHERE later_facts.measure = own.id) AS later_facts
FROM measures AS own

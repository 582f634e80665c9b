WITH named (system, commitment) AS (
  SELECT body, commitment FROM commitments_owners
  UNION
  SELECT body, commitment FROM commitments_bodies
  UNION
  SELECT systems.body, moved.commitment
  FROM later_facts_systems AS systems
  JOIN later_facts_new_due_date_for AS moved ON moved.later_fact = systems.later_fact
),
announced AS (
  SELECT
    moved.commitment, fact.id, fact.date, fact.new_due_date,
    row_number() OVER (
      PARTITION BY moved.commitment
      ORDER BY fact.date_first_day DESC, fact.date_last_day DESC, fact.report_section IS NULL DESC, fact.place DESC
    ) AS newest
  FROM later_facts_new_due_date_for AS moved
  JOIN later_facts AS fact ON fact.id = moved.later_fact
  JOIN later_outcomes AS about ON about.later_fact = fact.id AND about.commitment = moved.commitment
)
SELECT
  bodies.id AS system,
  bodies.short_name AS system_name,
  own.commitment,
  own.measure,
  own.report_section,
  own.title,
  own.text AS promised,
  sources.number AS promised_in,
  sources.date AS promised_on,
  own.due,
  own.due_by,
  announced.new_due_date AS last_announced_date,
  announced.date AS announced_on,
  announced.id AS announced_by,
  coalesce(own.later_state, own.state) AS state,
  CASE
    WHEN own.later_state IN ('met', 'met-late') THEN own.later_date
    WHEN own.later_state IS NULL AND own.state IN ('met', 'met-late') THEN own.outcome_date
  END AS delivered,
  coalesce(own.later_outcome, own.outcome) AS outcome,
  own.later_fact
FROM named
JOIN bodies ON bodies.id = named.system AND bodies.kind = 'information-system'
JOIN commitments_and_outcomes AS own ON own.commitment = named.commitment
JOIN sources ON sources.id = own.source
LEFT JOIN announced ON announced.commitment = own.commitment AND announced.newest = 1

SELECT
  system,
  system_name,
  count(*) AS promises,
  count(due) AS with_a_date,
  sum(state = 'met') AS met,
  sum(state = 'met-late') AS met_late,
  sum(state IN ('overdue', 'not-met')) AS past_due_or_not_met,
  sum(state IN ('changed', 'dropped')) AS changed_or_dropped,
  sum(state IN ('open', 'continuing')) AS open_or_continuing,
  sum(state = 'unknown') AS not_known
FROM promised_and_delivered
GROUP BY system

SELECT owner, owner_name, count(*) AS past_due, max(days_past_due) AS longest_in_days, sum(later_state IN ('met', 'met-late')) AS met_since
FROM commitments_past_due
GROUP BY owner
ORDER BY past_due DESC, owner_name

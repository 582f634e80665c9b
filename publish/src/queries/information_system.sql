SELECT promised_in, promised_on, due, last_announced_date, announced_on, state, delivered, promised, outcome, commitment, measure
FROM promised_and_delivered
WHERE system = :system
ORDER BY promised_on, due_by IS NULL, due_by, commitment

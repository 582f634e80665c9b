SELECT date, record, kind_or_state, text, id
FROM lines_in_time
WHERE measure = :measure
ORDER BY first_day IS NULL, first_day, record, id

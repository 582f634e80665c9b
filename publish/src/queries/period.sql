SELECT role, basis, record, id, measure, report_section, date, text
FROM facts_by_period
WHERE period = :period
ORDER BY role, first_day IS NULL, first_day, id

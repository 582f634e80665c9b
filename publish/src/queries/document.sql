SELECT 'measure' AS record, cited.measure AS id, cited.role, cited.printed_as, measures.title AS text
FROM cited_documents AS cited
JOIN measures ON measures.id = cited.measure
WHERE cited.document = :document
UNION ALL
SELECT 'fact', facts.id, NULL, facts.date, facts.text
FROM facts_documents AS cited
JOIN facts ON facts.id = cited.fact
WHERE cited.document = :document
UNION ALL
SELECT 'commitment', own.id, NULL, own.due, own.text
FROM commitments_documents AS cited
JOIN commitments AS own ON own.id = cited.commitment
WHERE cited.document = :document

WITH typed (word) AS (
  SELECT '"' || value || '"*'
  FROM json_each('["' || replace(replace(replace(trim(:words), '\', ''), '"', ''), ' ', '","') || '"]')
  WHERE value <> ''
),
found (word, measure) AS (
  SELECT word, own.id
  FROM typed JOIN measures_fts AS fts ON fts.measures_fts MATCH '{number title summary status_reason note}:' || word JOIN measures AS own ON own.rowid = fts.rowid
  UNION
  SELECT word, own.measure
  FROM typed JOIN facts_fts AS fts ON fts.facts_fts MATCH '{text date_in_words}:' || word JOIN facts AS own ON own.rowid = fts.rowid
  UNION
  SELECT word, own.measure
  FROM typed JOIN commitments_fts AS fts ON fts.commitments_fts MATCH '{text due_in_words}:' || word JOIN commitments AS own ON own.rowid = fts.rowid
  UNION
  SELECT word, measures.id
  FROM typed
  JOIN priorities_fts AS fts ON fts.priorities_fts MATCH '{title short_title}:' || word
  JOIN priorities AS own ON own.rowid = fts.rowid
  JOIN measures ON measures.priority = own.id
  UNION
  SELECT word, named.measure
  FROM typed
  JOIN bodies_fts AS fts ON fts.bodies_fts MATCH '{short_name name other_names}:' || word
  JOIN bodies AS own ON own.rowid = fts.rowid
  JOIN (SELECT measure, body FROM measures_bodies UNION ALL SELECT measure, body FROM measures_working_parties) AS named
    ON named.body = own.id
  UNION
  SELECT word, cited.measure
  FROM typed
  JOIN documents_fts AS fts ON fts.documents_fts MATCH '{number title other_numbers}:' || word
  JOIN documents AS own ON own.rowid = fts.rowid
  JOIN cited_documents AS cited ON cited.document = own.id
)
SELECT own.id, own.number, own.title, own.status
FROM found
JOIN measures AS own ON own.id = found.measure
GROUP BY own.id
HAVING count(*) = (SELECT count(DISTINCT word) FROM typed)
ORDER BY own.place

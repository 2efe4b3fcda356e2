CREATE TABLE journal (
    id TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    position BIGINT UNIQUE,
    hash TEXT
);

CREATE INDEX journal_subject ON journal (subject, position);

CREATE INDEX journal_waiting ON journal (id) WHERE position IS NULL;

CREATE TABLE journal_head (
    id BIGINT PRIMARY KEY,
    position BIGINT NOT NULL,
    hash TEXT NOT NULL
);

INSERT INTO journal_head (id, position, hash) VALUES (1, 0, '');

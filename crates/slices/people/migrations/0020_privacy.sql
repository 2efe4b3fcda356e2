ALTER TABLE person ADD COLUMN warned_again_at BIGINT;

CREATE TABLE erasure (
    person TEXT PRIMARY KEY REFERENCES person (id),
    asked_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    link TEXT NOT NULL UNIQUE
);

CREATE INDEX erasure_due ON erasure (due_at);

CREATE TABLE erased (
    person TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    way TEXT NOT NULL,
    moderation_key TEXT NOT NULL UNIQUE
);

CREATE TABLE privacy_request (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    answered_at BIGINT,
    answered_by TEXT,
    outcome TEXT
);

CREATE INDEX privacy_request_due ON privacy_request (answered_at, due_at);

CREATE INDEX privacy_request_person ON privacy_request (person);

CREATE TABLE retention_run (
    rule TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    forgotten BIGINT NOT NULL,
    forgotten_ever BIGINT NOT NULL
);

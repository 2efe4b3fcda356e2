CREATE TABLE source (
    id TEXT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    number BIGINT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    owner TEXT NOT NULL,
    licence TEXT NOT NULL,
    page TEXT NOT NULL,
    trust BIGINT NOT NULL,
    mapping TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    harvested_at BIGINT
);

CREATE TABLE harvest (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL REFERENCES source (id),
    at BIGINT NOT NULL,
    file_name TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    state TEXT NOT NULL,
    counts TEXT NOT NULL
);

CREATE INDEX harvest_source ON harvest (source, at);

CREATE TABLE record (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL REFERENCES source (id),
    local_id TEXT NOT NULL,
    harvest TEXT NOT NULL REFERENCES harvest (id),
    row_number BIGINT NOT NULL,
    raw_hash TEXT NOT NULL,
    raw TEXT NOT NULL,
    candidate TEXT,
    candidate_hash TEXT NOT NULL,
    at BIGINT NOT NULL,
    superseded_at BIGINT,
    vanished_at BIGINT
);

CREATE UNIQUE INDEX record_current ON record (source, local_id) WHERE superseded_at IS NULL;

CREATE TABLE quarantine (
    harvest TEXT NOT NULL REFERENCES harvest (id),
    rank BIGINT NOT NULL,
    row_number BIGINT NOT NULL,
    local_id TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    reason TEXT NOT NULL,
    fatal BOOLEAN NOT NULL,
    PRIMARY KEY (harvest, rank)
);

CREATE TABLE place (
    id TEXT PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL,
    body TEXT NOT NULL,
    merged_into TEXT,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);

CREATE TABLE attachment (
    source TEXT NOT NULL,
    local_id TEXT NOT NULL,
    place TEXT NOT NULL REFERENCES place (id),
    PRIMARY KEY (source, local_id)
);

CREATE INDEX attachment_place ON attachment (place);

CREATE TABLE edit (
    place TEXT NOT NULL REFERENCES place (id),
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (place, field)
);

CREATE TABLE decision (
    a_source TEXT NOT NULL,
    a_local_id TEXT NOT NULL,
    b_source TEXT NOT NULL,
    b_local_id TEXT NOT NULL,
    verdict TEXT NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (a_source, a_local_id, b_source, b_local_id)
);

CREATE TABLE commune (
    code TEXT PRIMARY KEY,
    body TEXT NOT NULL
);

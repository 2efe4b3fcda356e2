CREATE TABLE setting (
    id TEXT PRIMARY KEY,
    key TEXT NOT NULL,
    value TEXT,
    at BIGINT NOT NULL,
    by_whom TEXT NOT NULL,
    is_current BOOLEAN NOT NULL
);

CREATE INDEX setting_key ON setting (key, id);

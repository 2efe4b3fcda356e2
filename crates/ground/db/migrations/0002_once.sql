CREATE TABLE once (
    key TEXT PRIMARY KEY,
    at BIGINT NOT NULL
);

CREATE INDEX once_at ON once (at);

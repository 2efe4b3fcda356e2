CREATE TABLE letter (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    recipient TEXT NOT NULL,
    locale TEXT NOT NULL,
    subject TEXT NOT NULL,
    content TEXT NOT NULL,
    once_key TEXT UNIQUE,
    is_urgent BOOLEAN NOT NULL,
    is_secret BOOLEAN NOT NULL,
    state TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    posted_at BIGINT NOT NULL,
    ended_at BIGINT,
    reason TEXT
);

CREATE INDEX letter_state ON letter (state, id);

CREATE INDEX letter_ended ON letter (ended_at);

CREATE TABLE mail_suppression (
    mark TEXT PRIMARY KEY,
    id TEXT NOT NULL,
    reason TEXT NOT NULL,
    since BIGINT NOT NULL,
    tried_at BIGINT
);

CREATE TABLE mail_key (
    name TEXT PRIMARY KEY,
    secret TEXT NOT NULL
);

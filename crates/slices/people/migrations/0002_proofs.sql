CREATE TABLE authenticator (
    person TEXT PRIMARY KEY REFERENCES person (id),
    secret TEXT NOT NULL,
    last_step BIGINT NOT NULL,
    made_at BIGINT NOT NULL
);

CREATE TABLE recovery_code (
    person TEXT NOT NULL REFERENCES person (id),
    code TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (person, code)
);

CREATE TABLE passkey (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id),
    credential TEXT NOT NULL UNIQUE,
    material TEXT NOT NULL,
    name TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    used_at BIGINT
);

CREATE INDEX passkey_person ON passkey (person, id);

CREATE TABLE identity (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id),
    provider TEXT NOT NULL,
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    used_at BIGINT NOT NULL,
    UNIQUE (issuer, subject)
);

CREATE INDEX identity_person ON identity (person, id);

CREATE TABLE provider_session (
    session TEXT PRIMARY KEY,
    provider TEXT NOT NULL,
    token TEXT NOT NULL,
    made_at BIGINT NOT NULL
);

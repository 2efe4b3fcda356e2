CREATE TABLE place_change (
    id TEXT PRIMARY KEY,
    place TEXT NOT NULL REFERENCES place (id),
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    hand TEXT NOT NULL,
    kind TEXT NOT NULL,
    fields TEXT NOT NULL
);

CREATE INDEX place_change_place ON place_change (place, id);

CREATE TABLE place_confirmation (
    place TEXT PRIMARY KEY REFERENCES place (id),
    day TEXT NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL
);

CREATE TABLE place_notice (
    id TEXT PRIMARY KEY,
    place TEXT NOT NULL REFERENCES place (id),
    kind TEXT NOT NULL,
    from_day TEXT NOT NULL,
    to_day TEXT NOT NULL,
    text TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    withdrawn_at BIGINT
);

CREATE INDEX place_notice_place ON place_notice (place, to_day);

CREATE TABLE place_photo (
    id TEXT PRIMARY KEY,
    place TEXT NOT NULL REFERENCES place (id),
    rank BIGINT NOT NULL,
    alternative TEXT NOT NULL,
    credit TEXT NOT NULL,
    sizes TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    actor TEXT NOT NULL
);

CREATE INDEX place_photo_place ON place_photo (place, rank);

CREATE TABLE place_photo_file (
    file TEXT NOT NULL,
    photo TEXT NOT NULL REFERENCES place_photo (id),
    PRIMARY KEY (file, photo)
);

CREATE TABLE place_translation (
    place TEXT NOT NULL REFERENCES place (id),
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (place, language)
);

CREATE TABLE place_draft (
    place TEXT NOT NULL REFERENCES place (id),
    section TEXT NOT NULL,
    person TEXT NOT NULL,
    typed TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (place, section, person)
);

CREATE TABLE place_handed_back (
    place TEXT PRIMARY KEY REFERENCES place (id),
    at BIGINT NOT NULL,
    actor TEXT NOT NULL
);

CREATE TABLE place_claim (
    id TEXT PRIMARY KEY,
    place TEXT NOT NULL REFERENCES place (id),
    person TEXT NOT NULL,
    way TEXT NOT NULL,
    state TEXT NOT NULL,
    seal TEXT NOT NULL,
    tries BIGINT NOT NULL,
    words TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    decided_at BIGINT,
    decided_by TEXT,
    reason TEXT NOT NULL
);

CREATE INDEX place_claim_place ON place_claim (place, made_at);

CREATE INDEX place_claim_person ON place_claim (person, made_at);

CREATE INDEX place_claim_state ON place_claim (state, id);

CREATE TABLE place_correction (
    id TEXT PRIMARY KEY,
    place TEXT NOT NULL REFERENCES place (id),
    subject TEXT NOT NULL,
    seen TEXT NOT NULL,
    value TEXT NOT NULL,
    words TEXT NOT NULL,
    mail TEXT,
    is_confirmed BOOLEAN NOT NULL,
    follow TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL,
    kept TEXT NOT NULL,
    reason TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    decided_at BIGINT,
    decided_by TEXT
);

CREATE INDEX place_correction_state ON place_correction (state, id);

CREATE INDEX place_correction_place ON place_correction (place, state);

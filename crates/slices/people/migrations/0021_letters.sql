CREATE TABLE former_word (
    person TEXT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (person, kind, words)
);

CREATE TABLE letter_choice (
    person TEXT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,
    pace TEXT NOT NULL,
    chosen_at BIGINT NOT NULL,
    told_until BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    PRIMARY KEY (person, kind)
);

CREATE INDEX letter_choice_due ON letter_choice (due_at);

//! Pages made of several slices: search, the place's page, territories, errors.

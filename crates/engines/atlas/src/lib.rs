//! In-memory search of places: text, facets, distance, boxes, clusters.

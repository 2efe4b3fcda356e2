//! The meta-directory: sources, harvests, records, places, open data.

//! Same place? Entity resolution for lists of places.

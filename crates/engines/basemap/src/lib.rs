//! Land under the places: sketch and country basemaps drawn as SVG.

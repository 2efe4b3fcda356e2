// The pages under test: fixed ones, and places of several sorts found in the site itself.

import { FRENCH, origin } from './browser.mjs';

export { FRENCH };

const FIXED = [
  { name: 'home', path: '/', map: true },
  { name: 'results', path: '/?q=papiers&ou=Rennes', map: true },
  {
    name: 'results with filters',
    path: '/?ou=Paris&cout=gratuit&acces=se-presenter&tri=distance',
    map: true,
  },
  { name: 'results on the map', path: '/?ou=Lyon&vue=carte', map: true },
  { name: 'second page', path: '/?page=2', map: true },
  { name: 'no result near', path: '/?ou=Combourg&rayon=5&type=mjc', map: true },
  { name: 'no result anywhere', path: '/?q=xylophone', map: true },
  { name: 'unknown place', path: '/?ou=Zzz', map: true },
  { name: 'department', path: '/departements/35' },
  { name: 'overseas department', path: '/departements/974' },
  { name: 'commune', path: '/communes/35238-rennes' },
  { name: 'territories', path: '/territoires' },
  { name: 'site map', path: '/plan-du-site' },
  { name: 'legal', path: '/mentions-legales' },
  { name: 'privacy', path: '/donnees-personnelles' },
  { name: 'accessibility', path: '/accessibilite' },
  { name: 'open data', path: '/donnees' },
  { name: 'not found', path: '/introuvable', status: 404 },
  { name: 'place not found', path: '/lieux/introuvable', status: 404 },
];

/** Where to find a place of each sort: the first card of a search. */
const SORTS = [
  ['public desk', '/?type=rfs&ou=Rennes'],
  ['library', '/?type=bib&ou=Rennes'],
  ['workshop', '/?type=fablab'],
  ['travelling', '/?q=bus'],
  ['job centre of the young', '/?type=ml&ou=Lille'],
  ['overseas', '/?ou=Saint-Denis+97400'],
];

/** The addresses of places that a page of the site shows, in its order. */
export async function placesIn(path) {
  const html = await (await fetch(origin + path, { headers: FRENCH })).text();
  return [...html.matchAll(/<h3><a href="(\/lieux\/[^"]+)"/g)].map((match) => match[1]);
}

/** Every page to look at: a name, a path, a status, whether scripts change it (`map`). */
export async function allPages() {
  const places = await Promise.all(SORTS.map(async ([name, path]) => {
    const [first] = await placesIn(path);
    if (!first) throw new Error(`no place of the sort « ${name} » at ${path}`);
    return { name: `place: ${name}`, path: first };
  }));
  return [...FIXED, ...places].map((page) => ({ status: 200, ...page }));
}

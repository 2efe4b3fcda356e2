// Every page that the site answers is in a list of pages to look at, or is excused with a reason.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { LOOKERS, pagesOf } from '../inside.mjs';
import { allPages } from '../pages.mjs';

const FILE = 'a file or an address for programs, not a page';
const SECRET = 'reached by a secret of a letter: walked through in the stories of town';
const ACCOUNT = 'the pages of one’s own account';

/** Beginnings of routes that no list holds, and why. */
const EXCUSED = [
  [/\.(svg|csv|json|jsonl|geojson|atom|txt|xml|zip|css|jpg)$/, FILE],
  [/^\/(api|sante|s|photos|sources|carte|apercu)\b/, FILE],
  [/^\/moderation\/chiffres\//, FILE],
  [/\{(secret|token|code)\}$/, SECRET],
  [/^\/(connexion|compte|invitation|vos-donnees|desabonnement)\b/, ACCOUNT],
  [/^\/\.well-known\//, FILE],
  [/^\/lieux$/, 'an old address that leads to the search'],
  [/^\/mes-lieux\/\{place\}\/(avis\/\{rating\}|codes\/\{sheet\})$/, 'only once someone commented or made codes: in the stories of town'],
  [/^\/revendications\/\{claim\}\/code$/, 'only after a claim: in the stories of town'],
];

/** Routes that hold an id match any address of that shape. */
const shape = (route) => new RegExp(`^${route.replace(/\{[^}]+\}/g, '[^/]+')}$`);

test('every page of docs/routes.md is looked at, or excused with a reason', async () => {
  const table = await readFile(new URL('../../docs/routes.md', import.meta.url), 'utf8');
  const routes = [...table.matchAll(/^\| GET `([^`]+)`/gm)].map((it) => it[1]);
  assert.ok(routes.length > 50, `${routes.length} routes`);
  const inside = await Promise.all(LOOKERS.map(pagesOf));
  const paths = [...await allPages(), ...inside.flat()].map(({ path }) => path.split('?')[0]);
  const unseen = routes.filter((route) => !EXCUSED.some(([pattern]) => pattern.test(route)))
    .filter((route) => !paths.some((path) => shape(route).test(path)));
  assert.deepEqual(unseen, [], 'pages that no browser looks at');
});

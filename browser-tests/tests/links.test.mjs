// Every link inside the site leads somewhere.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { origin } from '../browser.mjs';
import { FRENCH, allPages } from '../pages.mjs';

const [MOST_PAGES, MOST_LINKS, AT_ONCE] = [120, 1500, 6];

const text = (html) => html.replace(/&#38;|&amp;/g, '&').replace(/&#34;|&quot;/g, '"');
const all = (pattern, html) => [...html.matchAll(pattern)].map((it) => text(it[1] || '/'));
const linksIn = (html) => all(/<a\b[^>]*?\shref="([^"]*)"/g, html);

/** Does `act` with each item, a few at once. */
async function each(items, act) {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function read(path) {
  const answer = await fetch(origin + path, { headers: FRENCH });
  return { status: answer.status, body: await answer.text() };
}

/** Pages read, and where each link met was met first. */
async function walk() {
  const starts = (await allPages()).map(({ path }) => path);
  const pages = new Map();
  const met = new Map();
  const open = async (path) => {
    const { status, body } = await read(path);
    pages.set(path, { status, body });
    for (const href of linksIn(body)) {
      const url = new URL(href, origin + path);
      const inside = url.origin === origin && /^https?:$/.test(url.protocol);
      const link = url.href.slice(origin.length);
      if (inside && met.size < MOST_LINKS && !met.has(link)) met.set(link, path);
    }
  };
  await each(starts, open);
  const further = [...met.keys()].map((it) => it.split('#')[0])
    .filter((it) => /^\/(communes|departements|territoires)\b/.test(it) && !pages.has(it));
  await each([...new Set(further)].slice(0, MOST_PAGES), open);
  return { pages, met };
}

test('every link of every page visited leads somewhere', async (t) => {
  const { pages, met } = await walk();
  const dead = [];
  const answers = new Map([...pages].map(([path, { status, body }]) => [path, { status, body }]));
  const targets = new Set([...met.keys()].map((it) => it.split('#')[0]));
  await each([...targets].filter((it) => !answers.has(it)), async (path) => {
    answers.set(path, await read(path));
  });
  for (const [href, from] of met) {
    const [path, piece] = href.split('#');
    const { status, body } = answers.get(path);
    // A page that asks to sign in first leads to where one does, and back.
    const asksWho = status === 401 && body.includes('href="/connexion?suite=');
    if (status >= 400 && !asksWho && !pages.has(path)) dead.push(`${status} ${href}, linked from ${from}`);
    if (piece && !body.includes(` id="${piece}"`)) dead.push(`no #${piece}: ${href} in ${from}`);
  }
  t.diagnostic(`${pages.size} pages read, ${met.size} links followed`);
  assert.ok(met.size > 200, 'links were met');
  assert.deepEqual(dead.slice(0, 20), []);
});

test('every address of the sitemap opens', async (t) => {
  const { status, body } = await read('/sitemap.xml');
  assert.equal(status, 200);
  const paths = all(/<loc>https?:\/\/[^/]+([^<]*)<\/loc>/g, body);
  const chosen = paths.filter((path, i) => !path.startsWith('/lieux/') || i % 5 === 0);
  const dead = [];
  await each(chosen, async (path) => {
    const answer = await read(path);
    if (answer.status !== 200) dead.push(`${answer.status} ${path}`);
  });
  t.diagnostic(`${chosen.length} of ${paths.length} addresses opened`);
  assert.ok(paths.length > 600);
  assert.deepEqual(dead, []);
});

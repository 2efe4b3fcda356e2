// What a page weighs on the wire, compressed, everything it asks for included but fonts.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { get } from 'node:http';
import { DESK, leave, origin, visiting } from '../browser.mjs';
import { FRENCH, allPages } from '../pages.mjs';

const KIB = 1024;
const [PAGE, PLACE, SCRIPTS, STYLES] = [150 * KIB, 20 * KIB, 10 * KIB, 12 * KIB];
after(leave);

/** Bytes of the body at an address, as compressed by the server. */
function weigh(url) {
  return new Promise((done, fail) => {
    get(url, { headers: { ...FRENCH, 'accept-encoding': 'br' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (data) => (bytes += data.length)).on('end', () => done(bytes));
    }).on('error', fail);
  });
}

async function requestsOf(path) {
  return visiting({ window: DESK }, async (visitor) => {
    const asked = new Map();
    visitor.page.on('request', (request) => {
      if (request.url().startsWith('http')) asked.set(request.url(), request.resourceType());
    });
    await visitor.go(path);
    return [...asked].map(([url, type]) => ({ url, type }));
  });
}

for (const { name, path } of await allPages()) {
  test(`${name} stays within its budget`, async (t) => {
    const parts = await requestsOf(path);
    const weighed = parts.filter(({ type }) => type !== 'font');
    const bytes = await Promise.all(weighed.map(({ url }) => weigh(url)));
    const sum = (type) => bytes.reduce((all, it, i) =>
      (!type || weighed[i].type === type ? all + it : all), 0);
    t.diagnostic(`${name}: ${sum()} bytes`);
    assert.ok(sum() <= (path.startsWith('/lieux/') ? PLACE : PAGE), `weighs ${sum()} bytes`);
    assert.ok(sum('script') <= SCRIPTS, `scripts weigh ${sum('script')} bytes`);
    assert.ok(sum('stylesheet') <= STYLES, `styles weigh ${sum('stylesheet')} bytes`);
  });
}

test('what never changes is kept for a year, in its compressed form', async () => {
  const parts = await requestsOf('/');
  const lasting = parts.filter(({ type }) => type === 'script' || type === 'stylesheet');
  assert.ok(lasting.length >= 2);
  for (const { url } of lasting) {
    const answer = await fetch(url, { headers: { 'accept-encoding': 'br' } });
    assert.match(answer.headers.get('cache-control') ?? '', /max-age=31536000.*immutable/, url);
    assert.equal(answer.headers.get('content-encoding'), 'br', url);
  }
  assert.ok(parts.every(({ url }) => url.startsWith(origin)));
});

// Every page that people see once signed in, through the eyes of each person of the demonstration:
// it answers, says what it is, fits a desk and a phone, can be touched, and axe finds nothing.
//
// A page is loaded once with scripts and measured in both windows, and once without.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DESK, PHONE, arrive, axe, leave, settled, sticksOut } from '../browser.mjs';
import { checkTargets, checkWords } from '../checks.mjs';
import { LOOKERS, pagesOf } from '../inside.mjs';
import { as, cookiesOf } from '../people.mjs';

after(leave);

async function checkWindow(visitor, window) {
  await visitor.page.setViewportSize(window);
  await settled(visitor);
  assert.deepEqual(await sticksOut(visitor.page), [], `horizontal scroll at ${window.width} px`);
  await checkTargets(visitor.page);
}

/** Where each link of the page leads, inside the site. */
const linksOf = (page) => page.evaluate(() => [...document.querySelectorAll('main a[href]')]
  .map((it) => new URL(it.href))
  .filter((it) => it.origin === location.origin)
  .map((it) => it.pathname + it.search));

for (const person of LOOKERS) {
  const pages = await pagesOf(person);
  describe(`seen by: ${person}`, () => {
    let visitor;
    let plain;
    const met = new Map();
    before(async () => {
      const cookies = cookiesOf(person);
      visitor = await arrive({ cookies, bypassCSP: true });
      plain = await arrive({ cookies, window: PHONE, scripts: false });
    });
    after(() => Promise.all([visitor?.context.close(), plain?.context.close()]));
    for (const { name, path, status } of pages) {
      test(`${name} holds`, async () => {
        await visitor.page.setViewportSize(DESK);
        const answer = await visitor.go(path);
        assert.equal(answer.status(), status);
        assert.match(answer.headers()['cache-control'] ?? '', /no-store|private/);
        await checkWords(visitor.page);
        for (const window of [DESK, PHONE]) await checkWindow(visitor, window);
        assert.deepEqual(await axe(visitor.page), []);
        for (const link of await linksOf(visitor.page)) if (!met.has(link)) met.set(link, path);
        visitor.checkQuiet();
        assert.equal((await plain.go(path)).status(), status);
        await checkWords(plain.page);
        assert.deepEqual(await sticksOut(plain.page), [], 'horizontal scroll without scripts');
        plain.checkQuiet();
      });
    }
    test(`${person} meets no dead link`, async () => {
      const client = as(person);
      const dead = [];
      for (const [link, from] of met) {
        const { status } = await client.ask(link);
        if (status >= 400 && !pages.some(({ path }) => path === link)) {
          dead.push(`${status} ${link}, linked from ${from}`);
        }
      }
      assert.deepEqual(dead, []);
    });
  });
}

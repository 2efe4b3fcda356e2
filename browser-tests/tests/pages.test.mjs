// Every page, in every window, light and dark, with and without JavaScript: it answers, says what
// it is, fits the window, keeps to itself, and can be touched.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DESK, NARROW, PHONE, arrive, leave, named, sticksOut } from '../browser.mjs';
import { checkTargets, checkWords } from '../checks.mjs';
import { allPages } from '../pages.mjs';

const PROMISES = ["default-src 'self'", "object-src 'none'", "frame-ancestors 'none'"];
const pages = await allPages();
after(leave);

function checkHeaders(answer, status) {
  assert.equal(answer.status(), status);
  const headers = answer.headers();
  assert.match(headers['content-type'], /^text\/html; ?charset=utf-8$/i);
  const policy = headers['content-security-policy'] ?? '';
  for (const promise of PROMISES) assert.ok(policy.includes(promise), promise);
  assert.doesNotMatch(policy, /unsafe/);
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.equal(headers['set-cookie'], undefined, 'a page that is only read sets no cookie');
}

function everyPage(options) {
  const { window, scheme, scripts } = options;
  let visitor;
  before(async () => (visitor = await arrive(options)));
  after(() => visitor?.context.close());
  for (const { name, path, status } of pages) {
    test(`${name} holds at ${named(options)}`, async () => {
      checkHeaders(await visitor.go(path), status);
      await checkWords(visitor.page);
      assert.deepEqual(await sticksOut(visitor.page), [], 'horizontal scroll');
      if (scheme === 'light') await checkTargets(visitor.page);
      if (scripts && window !== NARROW) await visitor.keep(`${name} ${window.width} ${scheme}`);
      visitor.checkQuiet();
      assert.deepEqual(await visitor.context.cookies(), [], 'no cookie for only reading');
    });
  }
}

for (const window of [DESK, PHONE, NARROW]) {
  for (const scheme of ['light', 'dark']) {
    for (const scripts of [true, false]) {
      const options = { window, scheme, scripts };
      describe(named(options), () => everyPage(options));
    }
  }
}

// Every page, in every window, light and dark, with and without JavaScript: it answers, says what
// it is, fits the window, keeps to itself, and can be touched.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DESK, NARROW, PHONE, arrive, leave, named, sticksOut } from '../browser.mjs';
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

async function checkWords(page) {
  const { lang, title, titles } = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    titles: [...document.querySelectorAll('h1')].map((it) => it.textContent.trim()),
  }));
  assert.equal(lang, 'fr');
  assert.match(title, /^\S.+ – \S.+$/, 'a title says the page, then the site');
  assert.equal(titles.length, 1, 'one h1');
  assert.ok(titles[0], 'the h1 has words');
}

// What a finger aims at, and the least it may measure in pixels, links inside a sentence apart.
const AIMS = [
  ['.button, .nav a, .languages button, .tick, .menu > summary, .filter > summary, .switch a, '
    + '.map-zoom > *, .overseas > summary, .pages a, .field input, .field select', 44],
  ['a, button, input, select, summary', 24],
];

async function checkTargets(page) {
  const small = await page.evaluate((aims) => {
    const hidden = '.skip, .map-skip, .visually-hidden, label > input, .results p a, .prose p a, '
      + '.prose li a, .notice a, .provenance p a';
    const bad = [];
    for (const [selector, least] of aims) {
      for (const it of document.querySelectorAll(selector)) {
        if (it.closest(hidden) || it.matches(hidden)) continue;
        // A card is touched anywhere when its title stretches over it.
        const stretched = getComputedStyle(it, '::after').position === 'absolute'
          && getComputedStyle(it, '::after').inset === '0px';
        const { width, height } = (stretched ? it.closest('article') : it).getBoundingClientRect();
        if (!width || !height || !it.checkVisibility({ visibilityProperty: true })) continue;
        const inSentence = least < 44 && getComputedStyle(it).display === 'inline'
          && it.parentElement.textContent.trim().length > it.textContent.trim().length;
        if (inSentence || Math.min(width, height) >= least - 0.5) continue;
        const measure = `${Math.round(width)}x${Math.round(height)}, at least ${least}`;
        bad.push(`${measure}: ${it.outerHTML.replace(/\s+/g, ' ').slice(0, 110)}`);
      }
    }
    return [...new Set(bad)].slice(0, 8);
  }, AIMS);
  assert.deepEqual(small, [], 'targets too small for a finger');
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

// What every page is held to, whoever looks at it.

import assert from 'node:assert/strict';

/** The page says its language, what it is, and has one main title. */
export async function checkWords(page) {
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

/** Nothing to aim at is too small for a finger. */
export async function checkTargets(page) {
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

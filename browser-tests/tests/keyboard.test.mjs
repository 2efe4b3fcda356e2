// With the keyboard alone: in order, always visible, never trapped.

import assert from 'node:assert/strict';
import { after, describe } from 'node:test';
import { DESK, PHONE, journey, leave, named } from '../browser.mjs';

after(leave);
const MOST_STEPS = 160;

/** What has the focus, whether it shows, and its rank among the elements of the page. */
const look = (page) => page.evaluate(() => {
  const it = document.activeElement;
  if (!it || it === document.body) return null;
  const { left, top, width, height } = it.getBoundingClientRect();
  const ring = (style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  const round = it.querySelector('.m-round');
  const shows = ring(getComputedStyle(it)) || ring(getComputedStyle(it, '::after'))
    || (round && parseFloat(getComputedStyle(round).strokeWidth) >= 3);
  // A part that a finger could touch must be seen, and not be beneath something else.
  const seen = (start, length, limit) => Math.min(start + length, limit) - Math.max(start, 0);
  const inside = seen(left, width, innerWidth) >= Math.min(24, width)
    && seen(top, height, innerHeight) >= Math.min(24, height);
  const mine = (above) => !above || it.contains(above) || above.contains(it)
    || above.closest('label')?.contains(it);
  const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [x, y]));
  const covered = inside && !points.some(([x, y]) =>
    mine(document.elementFromPoint(left + width * x, top + height * y)));
  return {
    name: `${it.tagName} ${(it.ariaLabel || it.textContent || it.name || '').trim().slice(0, 40)}`,
    rank: [...document.querySelectorAll('*')].indexOf(it),
    shows: Boolean(shows), inside, covered,
    inMap: Boolean(it.closest('.map')),
  };
});

async function walkThrough({ go, page }, path) {
  await go(path);
  const seen = [];
  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press('Tab');
    const it = await look(page);
    if (!it) break;
    if (seen.some(({ rank }) => rank === it.rank)) break;
    seen.push(it);
  }
  return seen;
}

for (const window of [DESK, PHONE]) {
  for (const scripts of [true, false]) {
    const options = { window, scripts, reducedMotion: 'reduce' };
    describe(named(options), () => {
      journey('the skip link comes first and works', options, async ({ go, page }) => {
        await go('/?ou=Rennes');
        await page.keyboard.press('Tab');
        const first = await look(page);
        assert.match(first.name, /Aller au contenu/);
        assert.ok(first.inside && first.shows, 'it shows once focused');
        await page.keyboard.press('Enter');
        await page.waitForFunction(() => document.activeElement.id === 'contenu');
        await page.keyboard.press('Tab');
        const inside = await page.evaluate(() => Boolean(document.activeElement.closest('main')));
        assert.ok(inside, 'then the content');
      });

      for (const path of ['/?q=papiers&ou=Rennes', '/departements/35', '/donnees']) {
        journey(`Tab goes in order and is always seen on ${path}`, options, async (visitor) => {
          const seen = await walkThrough(visitor, path);
          assert.ok(seen.length > 10, `${seen.length} stops`);
          const ranks = seen.filter(({ inMap }) => !inMap).map(({ rank }) => rank);
          assert.deepEqual(ranks, [...ranks].sort((a, b) => a - b), 'the order of the page');
          const names = (wrong) => seen.filter(wrong).map(({ name }) => name);
          assert.deepEqual(names(({ shows }) => !shows), [], 'focused but nothing shows it');
          assert.deepEqual(names(({ inside }) => !inside), [], 'focused out of sight');
          assert.deepEqual(names(({ covered }) => covered), [], 'focused beneath something else');
        });
      }

      journey('a place is found with the keyboard alone', options, async (visitor) => {
        const { go, page } = visitor;
        await go('/');
        await reach(page, '#q');
        await page.keyboard.type('imprimer');
        await reach(page, '#ou');
        await page.keyboard.type('Rennes');
        await page.keyboard.press('Enter');
        await page.waitForFunction(() => /de Rennes/.test(document.title));
        if (scripts) {
          assert.equal(await page.evaluate(() => document.activeElement.id), 'titre-resultats');
        }
        await reach(page, '.results .card h3 a');
        await page.keyboard.press('Enter');
        await page.waitForURL(/\/lieux\//);
      });
    });
  }
}

/** Presses Tab until the focus is on what `selector` names. */
async function reach(page, selector) {
  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((it) => document.activeElement.matches(it), selector)) return;
  }
  throw new Error(`${selector} is not reached by Tab`);
}

// Somebody needs help with papers near Rennes: with and without JavaScript, at a desk and on a
// phone.

import assert from 'node:assert/strict';
import { after, describe } from 'node:test';
import { DESK, PHONE, journey, leave, named, settled } from '../browser.mjs';

after(leave);
const number = (text) => Number(/\d[\d\s\u00a0\u202f]*/.exec(text)?.[0].replace(/\D/g, ''));

async function search(visitor, need, place) {
  const { page } = visitor;
  await page.fill('#q', need);
  await page.fill('#ou', place);
  await page.locator('.fields .button.strong').click();
  await page.waitForURL((url) => url.searchParams.get('q') === need);
  await page.waitForFunction(() => document.title.startsWith(
    document.querySelector('#titre-resultats').textContent));
  await settled(visitor);
}

async function chooseFree({ page, scripts }) {
  const filter = page.locator('.filter', { has: page.locator('input[name=cout]') });
  await filter.locator('summary').click();
  await filter.locator('input[name=cout][value=gratuit]').check();
  if (!scripts) await filter.locator('.button').click();
  await page.waitForURL((url) => url.searchParams.get('cout') === 'gratuit');
  await page.locator('.chosen').waitFor();
  if (!scripts) return;
  assert.ok(await page.locator('.filter[open]').count(), 'the filter being ticked stays open');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.filter[open]').count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'SUMMARY');
}

async function helpWithPapers(visitor) {
  const { page, window } = visitor;
  await visitor.go('/');
  await search(visitor, 'papiers', 'Rennes');
  const heading = await visitor.heading();
  assert.match(heading, /^\d+ lieux à moins de \d+ km de Rennes$/);
  assert.equal(await page.inputValue('#ou'), 'Rennes', 'what was typed is kept');
  const distances = await page.locator('.card .distance').allTextContents();
  assert.ok(distances.length > 3 && distances.every((it) => /\d[\d,]*\s(m|km)/.test(it)));

  await chooseFree(visitor);
  const fewer = await visitor.heading();
  assert.ok(number(fewer) > 0 && number(fewer) < number(heading), `${fewer}, from ${heading}`);
  const cards = await page.locator('.results .card .card-facts').allTextContents();
  assert.ok(cards.every((it) => it.includes('Gratuit')), 'each place says what was asked');

  await page.locator('.chosen a').first().click();
  await page.waitForURL((url) => !url.searchParams.has('cout'));
  await page.locator('.chosen').waitFor({ state: 'detached' });
  assert.equal(await visitor.heading(), heading, 'removing the filter gives the first list back');

  const card = page.locator('.results .card').nth(4);
  await card.scrollIntoViewIfNeeded();
  const name = await card.locator('h3').textContent();
  // Where the page stands at the very moment of leaving: it may still settle before.
  const left = (link) => {
    const scroll = scrollY;
    link.click();
    return scroll;
  };
  const before = { path: visitor.path(), scroll: await card.locator('h3 a').evaluate(left) };
  await page.waitForURL(/\/lieux\//);
  assert.equal((await page.locator('h1').textContent()).trim(), name.trim());
  const call = page.locator('.place-head a[href^="tel:"]');
  assert.match(await call.getAttribute('href'), /^tel:\+\d{9,15}$/);
  assert.match(await call.textContent(), /\d/);
  await visitor.keep(`journey place ${window.width}`);

  await page.goBack({ waitUntil: 'load' });
  assert.equal(visitor.path(), before.path);
  assert.equal(await visitor.heading(), heading);
  assert.equal(await page.inputValue('#q'), 'papiers');
  await page.waitForFunction((y) => Math.abs(scrollY - y) < 3, before.scroll);
}

for (const window of [DESK, PHONE]) {
  for (const scripts of [true, false]) {
    const options = { window, scripts };
    describe(named(options), () => {
      journey('help with papers near Rennes', options, helpWithPapers);

      journey('an empty answer proposes to widen', options, async (visitor) => {
        await visitor.go('/?ou=Combourg&rayon=5&type=mjc');
        assert.match(await visitor.heading(), /^Aucun lieu/);
        await visitor.page.locator('.empty .actions a').first().click();
        await visitor.page.locator('.results .card').first().waitFor();
        assert.match(await visitor.heading(), /^\d+ lieux? /);
      });

      journey('an unknown need leaves a way on', options, async (visitor) => {
        await visitor.go('/?q=xylophone');
        assert.match(await visitor.heading(), /^Aucun lieu/);
        const ways = await visitor.page.locator('.empty a').count();
        assert.ok(ways, '« Essayez ceci » is followed by something');
      });

      journey('an unknown place is said beside its field', options, async ({ go, page }) => {
        await go('/?q=imprimer&ou=Zzz');
        const field = page.locator('#ou');
        assert.equal(await field.inputValue(), 'Zzz');
        assert.equal(await field.getAttribute('aria-invalid'), 'true');
        const error = page.locator(`#${await field.getAttribute('aria-describedby')}`);
        assert.ok(await error.isVisible());
        assert.match(await error.textContent(), /Zzz/);
      });

      journey('pages of a long list follow each other', options, async ({ go, page }) => {
        await go('/');
        const names = () => page.locator('.results .card h3').allTextContents();
        const first = await names();
        await page.locator('.pages a[rel=next]').click();
        await page.waitForURL((url) => url.searchParams.get('page') === '2');
        await page.locator('.pages a[rel=prev]').waitFor();
        const second = await names();
        assert.ok(first.length && second.length && first.every((it, i) => it !== second[i]));
        await page.goBack();
        await page.waitForURL((url) => !url.searchParams.has('page'));
        await page.waitForFunction((name) =>
          document.querySelector('.results .card h3').textContent === name, first[0]);
        assert.deepEqual(await names(), first);
      });
    });
  }
}

journey('communes are suggested as one types, whatever the accents', {}, async ({ go, page }) => {
  await go('/');
  const options = page.locator('#communes option');
  await page.locator('#ou').pressSequentially('Ren');
  await page.locator('#communes option[value^="Rennes"]').waitFor({ state: 'attached' });
  assert.ok(await options.count() <= 10, 'a short list');
  await page.fill('#ou', 'creteil');
  await page.locator('#communes option[value^="Créteil"]').waitFor({ state: 'attached' });
  await page.fill('#ou', await options.first().getAttribute('value'));
  await page.press('#ou', 'Enter');
  await page.waitForFunction(() => /de Créteil/.test(document.title));
});

journey('around me asks the browser, and keeps no more than a hundred metres', {
  permissions: ['geolocation'], geolocation: { latitude: 48.114712, longitude: -1.679445 },
}, async (visitor) => {
  await visitor.go('/');
  await visitor.page.locator('[data-near]').click();
  await visitor.page.waitForURL((url) => url.searchParams.get('pres') === '48.115,-1.679');
  await visitor.page.locator('.card .distance').first().waitFor();
});

journey('what changed is told to who does not see it', {}, async (visitor) => {
  const { page } = visitor;
  await visitor.go('/?ou=Rennes');
  await page.locator('.pill input').check();
  await page.waitForURL((url) => url.searchParams.has('ouvert'));
  await page.waitForFunction(() => document.querySelector('#annonce').textContent.length > 0);
  assert.equal(await page.locator('#annonce').textContent(), await visitor.heading());
  assert.equal(await page.evaluate(() => document.activeElement.name), 'ouvert', 'the focus stays');
});

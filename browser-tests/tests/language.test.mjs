// The language is the visitor's choice; the only cookie is the one that keeps it.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { DESK, PHONE, journey, leave } from '../browser.mjs';

after(leave);

async function choose({ page, window }, language) {
  if (window === PHONE) await page.locator('.menu > summary').click();
  const answered = page.waitForResponse((answer) => new URL(answer.url()).pathname === '/langue');
  await page.locator(`.languages button[value="${language}"]`).click();
  const answer = await answered;
  assert.equal(answer.request().method(), 'POST');
  assert.equal(answer.status(), 303);
  await page.waitForLoadState('load');
}

const said = (page) => page.evaluate(() => ({
  lang: document.documentElement.lang,
  title: document.querySelector('h1').textContent.trim(),
}));

for (const window of [DESK, PHONE]) {
  for (const scripts of [true, false]) {
    const options = { window, scripts };
    journey('to English and back', options, async (visitor) => {
      const { context, page } = visitor;
      const path = '/?q=papiers&ou=Rennes&rayon=50';
      await visitor.go('/');
      await visitor.go(path);
      assert.deepEqual(await context.cookies(), [], 'no cookie before the choice');
      const french = await said(page);
      assert.equal(french.lang, 'fr');

      await choose(visitor, 'en');
      assert.equal(visitor.path(), path, 'the same page');
      const english = await said(page);
      assert.equal(english.lang, 'en');
      assert.notEqual(english.title, french.title);
      assert.match(await visitor.heading(), /places? within 50 km of Rennes/);
      const cookies = await context.cookies();
      assert.deepEqual(cookies.map(({ name, value }) => [name, value]), [['langue', 'en']]);
      assert.ok(cookies[0].httpOnly && cookies[0].sameSite === 'Lax');
      await visitor.go('/territoires');
      assert.equal((await said(page)).lang, 'en', 'the choice holds on other pages');
      await visitor.keep(`journey english ${window.width}`);

      await visitor.go(path);
      await choose(visitor, 'fr-falc');
      assert.match((await said(page)).lang, /^fr/);
      await choose(visitor, 'fr');
      assert.deepEqual(await said(page), french);
    });
  }
}

journey('the language of the browser is followed', { locale: 'en-GB' }, async (visitor) => {
  await visitor.go('/');
  assert.equal((await said(visitor.page)).lang, 'en');
  assert.deepEqual(await visitor.context.cookies(), []);
});

test('another site cannot choose for the visitor', async () => {
  const answer = await fetch(new URL('/langue', process.env.MAILLAGE_ORIGIN), {
    method: 'POST',
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' },
    body: new URLSearchParams({ langue: 'en', retour: '/' }),
  });
  assert.equal(answer.status, 403);
  assert.equal(answer.headers.get('set-cookie'), null);
});

test('after the choice one stays on the site', async () => {
  const elsewhere = 'elsewhere.example';
  for (const retour of [`https://${elsewhere}/`, `//${elsewhere}`, `/\\${elsewhere}`]) {
    const answer = await fetch(new URL('/langue', process.env.MAILLAGE_ORIGIN), {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ langue: 'en', retour }),
    });
    const to = new URL(answer.headers.get('location') ?? '/', process.env.MAILLAGE_ORIGIN);
    assert.equal(to.origin, new URL(process.env.MAILLAGE_ORIGIN).origin, retour);
  }
});

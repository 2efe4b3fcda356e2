// The map, by hand, by keys, and without JavaScript.

import assert from 'node:assert/strict';
import { after } from 'node:test';
import { DESK, PHONE, journey, leave, settled } from '../browser.mjs';

after(leave);

const zoomOf = (page) => page.locator('#carte svg.c-map').getAttribute('data-zoom').then(Number);
const zoomed = (page, from) => page.waitForFunction((before) =>
  Number(document.querySelector('#carte svg.c-map').dataset.zoom) > before + 0.3, from);
const classOfFocus = (page) =>
  page.evaluate(() => document.activeElement.getAttribute('class') ?? '');

/** Marks of a sort that are well inside the map, away from the tools around it. */
async function reachable(page, selector) {
  const frame = await page.locator('#carte').boundingBox();
  for (const mark of await page.locator(`#carte ${selector}`).all()) {
    const box = await mark.boundingBox();
    const x = box.x + box.width / 2 - frame.x;
    const y = box.y + box.height / 2 - frame.y;
    const inside = x > 90 && y > 90 && x < frame.width - 90 && y < frame.height - 90;
    const free = inside && await mark.evaluate((it, [left, top]) =>
      it.contains(document.elementFromPoint(left, top)), [x + frame.x, y + frame.y]);
    if (free) return { mark, at: { x: x + frame.x, y: y + frame.y } };
  }
  throw new Error(`no ${selector} can be reached`);
}

async function drag(page, dx, dy) {
  const { x, y, width, height } = await page.locator('.map-plane').boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + dx, y + height / 2 + dy, { steps: 8 });
  await page.mouse.up();
}

journey('buttons and wheel zoom, and the view goes into the address', {}, async (visitor) => {
  const { page } = visitor;
  await visitor.go('/?ou=Rennes');
  let before = await zoomOf(page);
  await page.locator('.map-zoom button').first().click();
  await zoomed(page, before);
  await page.waitForURL((url) => url.searchParams.has('carte'));
  before = await zoomOf(page);
  const { x, y, width, height } = await page.locator('.map-plane').boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.wheel(0, -500);
  await zoomed(page, before);
});

journey('a cluster opens closer', {}, async (visitor) => {
  const { page } = visitor;
  await visitor.go('/');
  const before = await zoomOf(page);
  const { at } = await reachable(page, 'a.m-cluster');
  await page.mouse.click(at.x, at.y);
  await zoomed(page, before);
  assert.equal(new URL(page.url()).pathname, '/');
});

journey('a pin shows its place, and Escape gives the focus back', {}, async (visitor) => {
  const { page } = visitor;
  await visitor.go('/?q=papiers&ou=Rennes&carte=48.1123,-1.6819,13');
  const { mark, at } = await reachable(page, 'a.m-pin');
  const name = await mark.getAttribute('aria-label');
  await page.mouse.click(at.x, at.y);
  const preview = page.locator('.preview');
  await preview.waitFor();
  assert.match(await preview.getAttribute('aria-label'), /\S/);
  assert.equal(await classOfFocus(page), 'preview');
  await visitor.keep('journey preview');
  await page.keyboard.press('Escape');
  await preview.waitFor({ state: 'detached' });
  await page.waitForFunction((label) => document.activeElement.ariaLabel === label, name);
  assert.match(await classOfFocus(page), /m-pin/);
});

journey('after a move, one can search in this area', {}, async (visitor) => {
  const { page } = visitor;
  await visitor.go('/?ou=Rennes');
  const before = await visitor.heading();
  await drag(page, -260, 60);
  await page.locator('.map-zone').click();
  await page.waitForURL((url) => url.searchParams.has('zone') && !url.searchParams.has('ou'));
  await page.waitForFunction((text) =>
    document.querySelector('#titre-resultats').textContent !== text, before);
  await page.locator('.map-zone').waitFor({ state: 'detached' }); // It goes once followed.
  assert.equal(await page.inputValue('#ou'), '', 'the place typed no longer counts');
});

journey('arrows and plus move the map from the keyboard', {}, async (visitor) => {
  const { page } = visitor;
  await visitor.go('/?ou=Rennes');
  await page.focus('.map-plane');
  const longitude = () => page.locator('#carte svg.c-map').getAttribute('data-lon');
  const before = await longitude();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction((lon) =>
    document.querySelector('#carte svg.c-map').dataset.lon !== lon, before);
  const zoom = await zoomOf(page);
  await page.keyboard.press('+');
  await zoomed(page, zoom);
});

journey('overseas territories are one gesture away', {}, async (visitor) => {
  const { page } = visitor;
  await visitor.go('/');
  await page.locator('.overseas summary').click();
  await page.locator('.overseas a', { hasText: 'Réunion' }).click();
  await page.waitForFunction(() => document.querySelector('#carte svg.c-map').dataset.lat < -15);
  assert.equal(await page.locator('.overseas[open]').count(), 0);
});

for (const scripts of [true, false]) {
  const how = scripts ? 'with' : 'without';
  journey(`on a phone, list and map take turns, ${how} JavaScript`, {
    window: PHONE, scripts, hasTouch: true, isMobile: true,
  }, async (visitor) => {
    const { page } = visitor;
    await visitor.go('/?ou=Rennes');
    assert.ok(await page.locator('.results').isVisible());
    assert.ok(!await page.locator('.map').isVisible());
    await page.locator('.switch [data-view=map]').tap();
    await page.locator('.map').waitFor();
    await settled(visitor);
    assert.ok(!await page.locator('.results').isVisible());
    assert.equal(new URL(page.url()).searchParams.get('vue'), 'carte');
    await visitor.keep(`journey phone map ${how} JavaScript`);
    await page.locator('.switch [data-view=list]').tap();
    await page.locator('.results').waitFor();
  });

  journey(`on a phone, a filter chosen on the map stays on the map, ${how} JavaScript`, {
    window: PHONE, scripts, hasTouch: true, isMobile: true,
  }, async (visitor) => {
    const { page } = visitor;
    await visitor.go('/?ou=Rennes&vue=carte');
    const filter = page.locator('.filter').first();
    await filter.locator('summary').tap();
    await filter.locator('.tick').first().tap();
    if (!scripts) await filter.locator('.button').tap();
    await page.waitForURL((url) => url.searchParams.has('service'));
    assert.equal(new URL(page.url()).searchParams.get('vue'), 'carte');
  });
}

journey('without JavaScript, links zoom and move the map and pins open places', {
  window: DESK, scripts: false,
}, async (visitor) => {
  const { page } = visitor;
  await visitor.go('/?ou=Rennes');
  const before = await zoomOf(page);
  await page.locator('.map-zoom a').first().click();
  await page.waitForURL((url) => url.searchParams.has('carte'));
  assert.ok(await zoomOf(page) > before);
  const east = page.getByRole('link', { name: 'Est', exact: true });
  const longitude = () => page.locator('#carte svg.c-map').getAttribute('data-lon').then(Number);
  const from = await longitude();
  await east.click();
  await page.waitForURL((url) => !url.searchParams.get('carte').includes(from.toFixed(4)));
  assert.ok(await longitude() > from);
  await visitor.go('/?q=papiers&ou=Rennes&carte=48.1123,-1.6819,13');
  const { at } = await reachable(page, 'a.m-pin');
  await page.mouse.click(at.x, at.y);
  await page.waitForURL(/\/lieux\//);
});

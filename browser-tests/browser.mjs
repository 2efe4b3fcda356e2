// A visitor: a browser window of a size, with or without JavaScript, that notices what goes wrong.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { FRENCH, origin } from './site.mjs';

export { FRENCH, origin };

/** The windows people have: a desk, a phone, a narrow phone. */
export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };
export const NARROW = { width: 320, height: 640 };

const PATIENCE_MS = 20_000;
/** Where screenshots and sheets are kept. */
export const out = join(dirname(fileURLToPath(import.meta.url)), 'out');
const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const axeSource = await readFile(axeFile, 'utf8');

let connection; // Made when a file first needs the browser.
const connect = () => (connection ??= chromium.connect(process.env.MAILLAGE_BROWSER));

/** Ends the connection, so that the file of tests can end. */
export const leave = async () => (await connection)?.close();

/** Runs `act` with a new visitor, then checks that nothing went wrong behind the scene. */
export async function visiting(options, act) {
  const visitor = await arrive(options);
  try {
    const result = await act(visitor);
    visitor.checkQuiet();
    return result;
  } finally {
    await visitor.context.close();
  }
}

/** The conditions of a visit, in words. */
export const named = ({ window = DESK, scheme = 'light', scripts = true }) =>
  `${window.width} px, ${scheme}, ${scripts ? 'with' : 'without'} JavaScript`;

/** A test that is one visit: `act` is given the visitor. */
export const journey = (name, options, act) =>
  test(`${name}, at ${named(options)}`, () => visiting(options, act));

/** Someone who just opened a browser. Whoever calls closes `context`. */
export async function arrive(options = {}) {
  const { window = DESK, scheme = 'light', scripts = true, cookies = [], ...others } = options;
  const context = await (await connect()).newContext({
    viewport: window,
    colorScheme: scheme,
    javaScriptEnabled: scripts,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    ...others,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  await context.addCookies(cookies);
  const page = await context.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // The browser itself notes a page that answers 404; the tests check statuses on their own.
    const noted = message.location().url === page.url() && /status of 404/.test(message.text());
    if (message.type() === 'error' && !noted) complaints.push(message.text());
  });
  page.on('request', (request) => {
    const ours = request.url().startsWith(`${origin}/`) || request.url().startsWith('data:');
    if (!ours) complaints.push(`request to ${request.url()}`);
  });
  const visitor = {
    context,
    page,
    scripts,
    window,
    checkQuiet: () => {
      const heard = [...new Set(complaints.splice(0))];
      assert.deepEqual(heard, [], 'errors in the console or requests elsewhere');
    },
    go: (path) => go(visitor, path),
    heading: () => page.locator('#titre-resultats').textContent(),
    path: () => page.url().slice(origin.length),
    keep: (name) => page.screenshot({ path: join(out, `${name.replace(/\W+/g, '-')}.png`) }),
  };
  return visitor;
}

async function go(visitor, path) {
  const answer = await visitor.page.goto(origin + path, { waitUntil: 'load' });
  await settled(visitor);
  return answer;
}

/** Waits until the map, where it can be seen, is drawn to the size of the window. */
export async function settled({ page, scripts }) {
  if (!scripts) return;
  await page.waitForFunction(() => {
    const frame = document.querySelector('#carte');
    const width = frame?.getBoundingClientRect().width;
    if (!width) return true;
    const svg = frame.querySelector('.map-plane > svg');
    return svg && Math.abs(svg.viewBox.baseVal.width - width) < 1.5;
  });
}

/** By how many pixels the page is wider than the window, and what sticks out. */
export function sticksOut(page) {
  return page.evaluate(() => {
    const limit = document.documentElement.clientWidth;
    const scrollers = [document.documentElement, ...document.querySelectorAll('main, .results')];
    const excess = Math.max(...scrollers.map((it) => it.scrollWidth - it.clientWidth));
    if (excess <= 0) return [];
    const names = [...document.querySelectorAll('body *')]
      .filter((it) => it.getBoundingClientRect().right > limit + 1)
      .filter((it) => !it.closest('.skip, .map-skip, .visually-hidden, svg, .filters'))
      .slice(0, 3)
      .map((it) => it.outerHTML.slice(0, 100));
    return [`${excess} px too wide`, ...names];
  });
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong with the page, in readable lines. */
export async function axe(page) {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate((rules) =>
    globalThis.axe.run(document, { runOnly: rules, resultTypes: ['violations'] }), RULES);
  return violations.map(({ id, nodes }) => {
    const shown = nodes.slice(0, 3).map(({ html, failureSummary }) =>
      `${html.slice(0, 160)} :: ${failureSummary.split('\n')[1]?.trim()}`);
    return `${id} x ${nodes.length}\n  ${shown.join('\n  ')}`;
  });
}

/**
 * Shows pages as a browser without JavaScript does, in a context where axe can still run: our
 * scripts are taken out of the document, and what `<noscript>` holds is put in its place.
 */
export async function withoutOurScripts(page) {
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue();
    const answer = await route.fetch();
    const html = (await answer.text())
      .replace(/<script\b[^>]*>[^]*?<\/script>/g, '')
      .replace(/<\/?noscript>/g, '');
    return route.fulfill({ response: answer, body: html });
  });
}

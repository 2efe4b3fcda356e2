// No barrier that a machine can see, on any page: light and dark, desk and phone. Without
// JavaScript only the pages that scripts change are looked at again. What a machine cannot see is
// walked through in keyboard.test.mjs.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DESK, PHONE, arrive, axe, leave, named, withoutOurScripts } from '../browser.mjs';
import { allPages } from '../pages.mjs';

const pages = await allPages();
after(leave);

const WINDOWS = [
  { window: DESK, scheme: 'light', scripts: true },
  { window: PHONE, scheme: 'light', scripts: true },
  { window: PHONE, scheme: 'dark', scripts: true },
  { window: DESK, scheme: 'light', scripts: false },
  { window: PHONE, scheme: 'light', scripts: false },
];

function everyPage(options) {
  let visitor;
  before(async () => {
    visitor = await arrive({ ...options, scripts: true, bypassCSP: true });
    visitor.scripts = options.scripts;
    if (!options.scripts) await withoutOurScripts(visitor.page);
  });
  after(() => visitor?.context.close());
  for (const { name, path } of pages.filter(({ map }) => map || options.scripts)) {
    test(`axe finds nothing on ${name} at ${named(options)}`, async () => {
      await visitor.go(path);
      assert.deepEqual(await axe(visitor.page), []);
    });
  }
}

for (const options of WINDOWS) describe(named(options), () => everyPage(options));

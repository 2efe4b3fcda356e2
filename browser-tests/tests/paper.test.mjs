// A place fits on one sheet of paper, to hand to somebody.

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after } from 'node:test';
import { journey, leave, out } from '../browser.mjs';
import { allPages } from '../pages.mjs';

after(leave);
const places = (await allPages()).filter(({ name }) => name.startsWith('place:'));

for (const { name, path } of places) {
  journey(`${name} prints on one A4 sheet`, { scheme: 'dark' }, async ({ go, page }) => {
    await go(path);
    const sheet = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    await writeFile(join(out, `${name.replace(/\W+/g, '-')}.pdf`), sheet);
    const sheets = sheet.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length;
    assert.equal(sheets, 1);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const kept of ['h1', '.qr', '.place-hours']) {
      assert.ok(await page.locator(kept).isVisible(), kept);
    }
    for (const gone of ['.header', '.footer', '.breadcrumb', '.nearby']) {
      assert.equal(await page.locator(gone).filter({ visible: true }).count(), 0, gone);
    }
    const ink = await page.evaluate(() => getComputedStyle(document.body).color);
    assert.match(ink, /rgb\((\d{1,2}), (\d{1,2}), (\d{1,2})\)/, 'dark on white');
  });
}

journey('the button prints', {}, async ({ go, page }) => {
  await page.addInitScript(() => (globalThis.print = () => (globalThis.printed = true)));
  await go(places[0].path);
  await page.locator('[data-print]').click();
  assert.ok(await page.evaluate(() => globalThis.printed));
});

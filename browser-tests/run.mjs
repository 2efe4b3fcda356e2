// Runs every browser test against the real program.
//
//   MAILLAGE_BIN=../target/debug/maillage node run.mjs [FILE...]
//
// One program and one Chromium serve all the files. Whatever happens, both are killed at the end.
// CHROMIUM names the browser (/usr/bin/chromium otherwise); MAILLAGE_ORIGIN tests a site that is
// already open instead of starting one; MAILLAGE_RECOVERIES then holds the recovery codes by
// address, in JSON.

import { spawn } from 'node:child_process';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { killGroup, openHouse } from './house.mjs';
import { signAllIn } from './people.mjs';
import { settleAt } from './site.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

const endings = []; // What must be ended, last opened first.
function endAllNow() {
  for (const end of endings.splice(0).reverse()) end();
}
process.on('exit', endAllNow);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));

async function open() {
  if (process.env.MAILLAGE_ORIGIN) {
    const { MAILLAGE_ORIGIN: origin, MAILLAGE_RECOVERIES: codes = '{}' } = process.env;
    return { origin, recoveries: JSON.parse(codes) };
  }
  const program = process.env.MAILLAGE_BIN ?? join(here, '../target/debug/maillage');
  const house = await openHouse(program);
  endings.push(house.stop);
  return house;
}

async function openBrowser() {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launchServer({ executablePath, args: FLAGS });
  endings.push(() => killGroup(browser.process().pid));
  return browser;
}

async function filesAsked() {
  if (process.argv.length > 2) return process.argv.slice(2);
  const names = await readdir(join(here, 'tests'));
  return names.filter((it) => it.endsWith('.test.mjs')).map((it) => join(here, 'tests', it));
}

function runTests(files, env) {
  const options = ['--test', '--test-concurrency=2', '--test-reporter=spec'];
  const child = spawn(process.execPath, [...options, ...files], {
    env: { ...process.env, ...env },
    stdio: 'inherit',
    detached: true,
  });
  endings.push(() => killGroup(child.pid));
  return new Promise((done) => child.once('exit', (code) => done(code ?? 1)));
}

const out = join(here, 'out');
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const house = await open();
settleAt(house.origin);
const [browser, cookies] = await Promise.all([openBrowser(), signAllIn(house.recoveries)]);
const env = {
  MAILLAGE_ORIGIN: house.origin,
  MAILLAGE_BROWSER: browser.wsEndpoint(),
  MAILLAGE_COOKIES: JSON.stringify(cookies),
};
process.exit(await runTests(await filesAsked(), env));

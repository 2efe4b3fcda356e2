// Starts the real program with its demonstration in a folder of its own, and stops it for good.
//
// The program and the browser each lead a process group, so that stopping one leaves no child.

import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PATIENCE_MS = 60_000;

/** A port nobody listens to at this instant. */
async function freePort() {
  const server = createServer();
  await new Promise((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** Kills a process and everything it started. Silent when it is already gone. */
export function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** The recovery codes that the program says when it makes people, by their addresses. */
function recoveriesIn(said) {
  const lines = said.matchAll(/^ +(\S+@\S+) .*code de secours (\S+)$/gm);
  return Object.fromEntries([...lines].map(([, mail, code]) => [mail, code]));
}

/** Opens the demonstration. Gives its address, the recovery codes and the way to end it. */
export async function openHouse(program) {
  const folder = await mkdtemp(join(tmpdir(), 'maillage-browser-'));
  const address = `127.0.0.1:${await freePort()}`;
  const child = spawn(program, ['demo', '--data', folder, '--listen', address], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let failure = null;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => (said = (said + data).slice(-4000)));
  }
  child.once('error', (error) => (failure = error));
  child.once('exit', (code) => (failure ??= new Error(`it stopped with code ${code}`)));
  const stop = () => {
    if (child.pid) killGroup(child.pid);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  };
  try {
    await answering(`http://${address}/sante`, () => failure);
  } catch (error) {
    stop();
    throw new Error(`The program does not open: ${error.message}\n${said}`);
  }
  return { origin: `http://${address}`, recoveries: recoveriesIn(said), stop };
}

async function answering(url, failed) {
  const limit = Date.now() + PATIENCE_MS;
  while (Date.now() < limit) {
    if (failed()) throw failed();
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`no answer from ${url} in ${PATIENCE_MS} ms`);
}

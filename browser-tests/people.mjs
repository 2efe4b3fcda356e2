// The invented people of the demonstration, signed in as they would: by the letter they receive,
// then by their recovery code when their role asks for a second proof.
//
// `run.mjs` signs everybody in once; the files of tests are given the cookies.

import assert from 'node:assert/strict';
import { FRENCH, origin } from './site.mjs';

/** Who they are, by what they do here. */
export const PEOPLE = {
  administrator: 'claire.bonnet@exemple.fr',
  auditor: 'hugo.marchal@exemple.fr',
  moderator: 'ines.caradec@exemple.fr',
  hub: 'yann.le-goff@exemple.fr',
  manager: 'sofia.ribeiro@exemple.fr',
  neighbour: 'marc.jourdain@exemple.fr',
  mediator: 'lina.haddad@exemple.fr',
  member: 'jean.petit@exemple.fr',
};

/** A browser without a window: it keeps cookies, sends forms, and never follows a redirect. */
export class Client {
  cookies = new Map();

  constructor(cookie = '') {
    for (const pair of cookie.split('; ').filter(Boolean)) this.#keep(pair);
  }

  get cookie() {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  #keep(pair) {
    const cut = pair.indexOf('=');
    this.cookies.set(pair.slice(0, cut), pair.slice(cut + 1));
  }

  async ask(path, others = {}) {
    const headers = { ...FRENCH, cookie: this.cookie, ...others.headers };
    const answer = await fetch(origin + path, { redirect: 'manual', ...others, headers });
    for (const line of answer.headers.getSetCookie()) this.#keep(line.split(';')[0]);
    const location = answer.headers.get('location')?.replace(origin, '');
    return { status: answer.status, location, body: await answer.text() };
  }

  /** Sends the form of `page` whose action is `action`, filled with `fields`. */
  async send(page, action, fields) {
    const { body } = await this.ask(page);
    const csrf = body.match(/name="csrf" value="([^"]+)"/)?.[1];
    assert.ok(csrf, `a form on ${page}`);
    const form = new URLSearchParams({ csrf, ...fields });
    return this.ask(action, { method: 'POST', body: form, headers: { origin } });
  }
}

/** The last letter to an address, once it is kept: the demonstration then shows it whole. */
export async function lastLetter(mail) {
  const client = new Client();
  for (let tries = 0; tries < 50; tries++) {
    const { body } = await client.ask('/lettres');
    for (const [, path] of body.matchAll(/href="(\/lettres\/[^"]+)"/g)) {
      const letter = (await client.ask(path)).body;
      if (!letter.includes(mail)) continue;
      if (!letter.includes('••••••')) return letter;
      break;
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`no letter to ${mail}`);
}

/** Signs someone in. `recovery` is their code, when their role asks for a second proof. */
async function signIn(mail, recovery) {
  const client = new Client();
  const asked = { courriel: mail, suite: '/compte', par: 'lettre' };
  const { location } = await client.send('/connexion', '/connexion', asked);
  const letter = await lastLetter(mail);
  const chiffres = letter.match(/<code>(\d{3}).?(\d{3})<\/code>/)?.slice(1).join('');
  const entered = await client.send(location, location, { chiffres });
  assert.equal(entered.status, 303, `${mail} enters`);
  if (recovery) {
    const second = '/connexion/deuxieme-preuve';
    const asked = { secours: recovery, par: 'secours', suite: '/compte' };
    const proved = await client.send(second, second, asked);
    assert.equal(proved.status, 303, `${mail} shows a second proof`);
  }
  return `session=${client.cookies.get('session')}`;
}

/** Signs everybody in. Gives the cookies by the names of `PEOPLE`. */
export async function signAllIn(recoveries) {
  const entries = [];
  for (const [name, mail] of Object.entries(PEOPLE)) {
    entries.push([name, await signIn(mail, recoveries[mail])]);
  }
  return Object.fromEntries(entries);
}

const cookies = JSON.parse(process.env.MAILLAGE_COOKIES ?? '{}');

/** Someone of the demonstration, signed in, without a window. */
export const as = (person) => new Client(cookies[person]);

/** The same, for a browser: what `arrive` takes as `cookies`. */
export const cookiesOf = (person) => [...as(person).cookies]
  .map(([name, value]) => ({ name, value, url: origin }));

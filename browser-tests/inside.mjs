// The pages that people see once they are signed in, by who they are. Where an address holds an id,
// it is found as people find it: by a link of the page before.

import { as } from './people.mjs';

const ADMINISTRATION = [
  '', '/comptes', '/roles', '/taches', '/lettres', '/journal', '/reglages', '/apparence', '/textes',
  '/textes/legal/fr', '/ouverture', '/conservation',
].map((end) => `/administration${end}`);

const DESK = [
  '', '/desaccords', '/historique', '/informations', '/photos', '/langues', '/equipe', '/avis',
].map((end) => `{place}${end}`);

/** Addresses by who looks, and what is found on the way: a name, the page, the link wanted. */
const ROUNDS = {
  administrator: {
    found: {
      person: ['/administration/comptes', /"(\/administration\/comptes\/[^"/?]+)"/],
      letter: ['/administration/lettres', /"(\/administration\/lettres\/[^"/?]+)"/],
      shown: ['/lettres', /"(\/lettres\/[^"/?]+)"/],
    },
    paths: [
      ...ADMINISTRATION, '{person}', '{letter}', '/administration/comptes?q=sofia',
      '/moderation', '/mes-lieux', '/administration/comptes?q=personne', '/lettres', '{shown}',
      '/donnees-personnelles/registre', '/administration/demandes',
    ],
  },
  auditor: { found: {}, paths: ADMINISTRATION },
  moderator: {
    found: {
      case: ['/moderation', /"(\/moderation\/doss_[^"/?#]+)"/],
      appeal: ['/moderation/recours', /"(\/moderation\/recours\/[^"/?#]+)"/],
    },
    paths: [
      '/moderation', '/moderation/recours', '/moderation/corbeille', '/moderation/chiffres',
      '/regles', '{case}', '{appeal}',
    ],
  },
  hub: {
    found: { correction: ['/corrections', /"(\/corrections\/[^"/?#]+)"/] },
    paths: ['/mes-lieux', '/corrections', '/revendications', '/moderation', '{correction}'],
  },
  manager: {
    found: {
      place: ['/mes-lieux', /"(\/mes-lieux\/lieu_[^"/?#]+)"/],
      id: ['/mes-lieux', /"\/mes-lieux\/(lieu_[^"/?#]+)"/],
      section: ['{place}', /"(\/mes-lieux\/[^"/]+\/modifier\/[^"?#]+)"/g],
      photo: ['{place}/photos', /"(\/mes-lieux\/[^"/]+\/photos\/[^"/?#]+)"/],
      leaving: ['{place}/equipe', /"(\/mes-lieux\/[^"/]+\/equipe\/[^"/]+\/fin)"/],
      correction: ['/corrections', /"(\/corrections\/[^"/?#]+)"/],
    },
    paths: [
      '/mes-lieux', ...DESK, '{section}', '{photo}', '{leaving}', '/corrections', '{correction}',
      '/signaler/lieu/{id}', '/signaler/lieu/{id}/notification',
    ],
  },
  mediator: {
    found: { place: ['/mes-lieux', /"(\/mes-lieux\/lieu_[^"/?#]+)"/] },
    paths: ['/mes-lieux', '{place}'],
  },
  member: {
    found: {
      slug: ['/?ou=Rennes', /<h3><a href="(\/lieux\/[^"?#]+)"/],
    },
    paths: [
      '/mes-lieux', '{slug}/revendiquer', '{slug}/corriger', '{slug}/corriger?sujet=horaires',
      '{slug}/avis', '{slug}/avis/donner',
    ],
  },
};

/** Every page that someone sees: a name, a path, the status it must answer. */
export async function pagesOf(person) {
  const { found, paths } = ROUNDS[person];
  const client = as(person);
  const known = new Map();
  const filled = (path) => {
    const name = path.match(/\{(\w+)\}/)?.[1];
    if (!name) return [path];
    return (known.get(name) ?? []).map((it) => path.replace(`{${name}}`, it));
  };
  for (const [name, [page, link]] of Object.entries(found)) {
    const [path] = filled(page);
    if (!path) continue;
    const { body } = await client.ask(path);
    const all = [...body.matchAll(new RegExp(link, 'g'))].map((it) => it[1]);
    known.set(name, [...new Set(all)].slice(0, link.global ? 20 : 1));
  }
  const missing = paths.filter((path) => filled(path).length === 0);
  if (missing.length) throw new Error(`${person} finds no page for ${missing.join(', ')}`);
  return paths.flatMap(filled).map((path) => ({ name: `${person}: ${path}`, path, status: 200 }));
}

/** Who looks. */
export const LOOKERS = Object.keys(ROUNDS);

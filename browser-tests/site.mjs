// The site under test: where it is, and how one asks it in French.

/** Where the site under test is. */
export let origin = process.env.MAILLAGE_ORIGIN ?? '';

/** Says where it is, for who opened it. */
export const settleAt = (address) => (origin = address);

/** Asks in French, whatever the machine. */
export const FRENCH = { 'accept-language': 'fr' };

// Passkeys: asks the browser, puts its answer in the form, sends the form. Without this script the
// forms stay hidden, and the other ways to come in work.

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (it) => it.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

let offered; // The question that the address field offers, until a button asks another.

function question(form) {
  const { publicKey } = JSON.parse(form.dataset.options);
  const list = (keys = []) => keys.map((key) => ({ ...key, id: bytes(key.id) }));
  const asked = { ...publicKey, challenge: bytes(publicKey.challenge) };
  if (publicKey.user) asked.user = { ...publicKey.user, id: bytes(publicKey.user.id) };
  if (publicKey.excludeCredentials) asked.excludeCredentials = list(publicKey.excludeCredentials);
  if (publicKey.allowCredentials) asked.allowCredentials = list(publicKey.allowCredentials);
  return asked;
}

function answer(credential) {
  const { id, rawId, type, response } = credential;
  const said = { clientDataJSON: text(response.clientDataJSON) };
  for (const part of ['attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
    if (response[part]) said[part] = text(response[part]);
  }
  if (response.getTransports) said.transports = response.getTransports();
  return JSON.stringify({ id, rawId: text(rawId), type, response: said, extensions: {} });
}

async function ask(form, more = {}) {
  const verb = form.dataset.passkey === 'create' ? 'create' : 'get';
  const credential = await navigator.credentials[verb]({ publicKey: question(form), ...more });
  form.elements.reponse.value = answer(credential);
  form.submit();
}

async function pressed(event) {
  event.preventDefault();
  const form = event.currentTarget;
  const problem = form.querySelector('[data-problem]');
  offered?.abort();
  problem.hidden = true;
  try {
    await ask(form);
  } catch {
    problem.hidden = false;
  }
}

async function offer(form) {
  const canOffer = await PublicKeyCredential.isConditionalMediationAvailable?.();
  if (!canOffer) return;
  offered = new AbortController();
  await ask(form, { mediation: 'conditional', signal: offered.signal }).catch(() => {});
}

if (globalThis.PublicKeyCredential) {
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.hidden = false;
    form.addEventListener('submit', pressed);
    if (form.dataset.passkey === 'find') offer(form);
  }
}

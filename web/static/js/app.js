// Makes pages quicker where JavaScript runs. Without it, every link and form works as it is.
//
// A visit to the same page fetches the address and swaps the elements marked `data-swap`, found by
// their id; the rest of the page, the focus and the map stay. Other scripts ask for a visit with a
// `visit` event on the document, and hear of a swap by a `swap` event on the element.

const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const onPhone = matchMedia('(max-width: 62rem)');

let current; // The visit under way, which a newer one cancels.

async function visit(asked, { push = true, focus = true } = {}) {
  const address = push ? inTheSameView(asked) : asked;
  current?.abort();
  current = new AbortController();
  one('#resultats')?.classList.add('loading');
  try {
    const answer = await fetch(address, { signal: current.signal });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (!answer.ok || !one('#resultats', page)) return location.assign(address);
    if (push) history.pushState({}, '', address);
    swap(page, address);
    if (focus) lead();
  } catch (error) {
    if (error.name !== 'AbortError') location.assign(address);
  }
}

// On a phone, whoever looks at the map stays on the map.
function inTheSameView(address) {
  const url = new URL(address, location.href);
  const view = one('.columns')?.dataset.view;
  if (!onPhone.matches || !view) return url.href;
  if (view === 'map') url.searchParams.set('vue', 'carte');
  else url.searchParams.delete('vue');
  return url.href;
}

function swap(page, address) {
  // A parsed page has no scripting, so that its <noscript> holds real elements: they are not for us.
  all('noscript', page).forEach((it) => it.remove());
  const kept = focusKept();
  for (const fresh of all('[data-swap]', page)) {
    const old = document.getElementById(fresh.id);
    const detail = { fresh, address };
    if (!old || !old.dispatchEvent(new CustomEvent('swap', { detail, cancelable: true }))) continue;
    const open = all('details', old).map((details) => details.open);
    old.replaceWith(document.adoptNode(fresh));
    // A filter being ticked stays open; menus that led here close.
    if (kept?.closest === fresh.id) all('details', fresh).forEach((details, i) => (details.open = open[i]));
  }
  for (const field of all('#recherche input:not([type]), #recherche [type=search], #recherche select')) {
    const fresh = page.getElementById(field.id);
    if (fresh && field !== document.activeElement) field.value = fresh.value;
  }
  const form = one('#recherche');
  form.className = one('#recherche', page).className;
  one('.columns').dataset.view = one('.columns', page).dataset.view;
  document.title = page.title;
  announce(one('#titre-resultats').textContent);
  if (kept) one(kept.selector)?.focus({ preventScroll: true });
}

// Where the focus is, if it is on something that a swap will replace by its like.
function focusKept() {
  const { activeElement: active } = document;
  const piece = active?.closest('[data-swap]');
  if (!piece || active.type !== 'checkbox') return null;
  const selector = `[name="${active.name}"][value="${CSS.escape(active.value)}"]`;
  return { closest: piece.id, selector };
}

// Takes the reader to the answer.
function lead() {
  const title = one('#titre-resultats');
  title.focus({ preventScroll: true });
  if (title.getBoundingClientRect().top < 0) title.scrollIntoView();
  const list = one('#resultats');
  list.scrollTop = 0;
}

function announce(text) {
  one('#annonce').textContent = text;
}

function addressOf(form) {
  const values = [...new FormData(form)].filter(([, value]) => value);
  const query = new URLSearchParams(values).toString();
  return form.getAttribute('action') + (query && `?${query}`);
}

addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.matches('form[data-piece]')) return;
  event.preventDefault();
  all('details[open]', form).forEach((details) => {
    if (!details.matches('.recap') || onPhone.matches) details.open = false;
  });
  visit(addressOf(form));
});

addEventListener('change', (event) => {
  if (event.target.matches('.filters input, #rayon')) visit(addressOf(event.target.form), { focus: false });
});

addEventListener('click', (event) => {
  for (const details of all('.filter[open], .sort[open], .overseas[open]')) {
    if (!details.contains(event.target)) details.open = false;
  }
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const link = event.target.closest('a');
  if (!link) return;
  if (link.matches('[data-piece]')) {
    event.preventDefault();
    visit(link.href);
  } else if (link.matches('[data-view]')) {
    event.preventDefault();
    show(link);
  } else if (link.matches('[data-print]')) {
    event.preventDefault();
    print();
  }
});

addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  const details = document.activeElement?.closest('details[open]:not(.recap)');
  if (!details) return;
  details.open = false;
  one('summary', details).focus();
});

addEventListener('popstate', () => visit(location.href, { push: false, focus: false }));
document.addEventListener('visit', (event) => visit(event.detail.address, event.detail));

// On a phone, the list or the map.
function show(link) {
  one('.columns').dataset.view = link.dataset.view;
  for (const other of all('.switch a')) {
    if (other === link) other.setAttribute('aria-current', 'true');
    else other.removeAttribute('aria-current');
  }
  history.replaceState({}, '', link.href);
  document.dispatchEvent(new CustomEvent('shown'));
}

// Suggestions of communes, in the browser's own list.
const place = one('[data-suggest]');
let pause;
place?.addEventListener('input', () => {
  // A place typed replaces the area of the map or the visitor's position.
  all('#gardes [name=zone], #gardes [name=pres]').forEach((field) => field.remove());
  clearTimeout(pause);
  pause = setTimeout(suggest, 150);
});

async function suggest() {
  const typed = place.value.trim();
  if (typed.length < 2) return;
  const answer = await fetch(`${place.dataset.suggest}?q=${encodeURIComponent(typed)}`);
  if (!answer.ok) return;
  const options = (await answer.json()).map(({ name, department, value }) =>
    Object.assign(document.createElement('option'), { value, label: `${name} (${department})` }));
  one('#communes').replaceChildren(...options);
}

// Around me: only where the browser can tell and the connection is safe.
const near = one('[data-near]');
if (near && 'geolocation' in navigator && isSecureContext) {
  near.hidden = false;
  near.addEventListener('click', () => navigator.geolocation.getCurrentPosition(found, lost));
}

function found({ coords }) {
  const query = new URLSearchParams(new FormData(near.form));
  for (const name of ['ou', 'zone', 'page', 'carte']) query.delete(name);
  // Three decimals are about a hundred metres: enough, and no more than needed.
  query.set('pres', `${coords.latitude.toFixed(3)},${coords.longitude.toFixed(3)}`);
  for (const [name, value] of [...query]) if (!value) query.delete(name);
  place.value = '';
  visit(`/?${query}`);
}

function lost() {
  announce(near.dataset.near);
  place.setCustomValidity(near.dataset.near);
  place.reportValidity();
  place.addEventListener('input', () => place.setCustomValidity(''), { once: true });
}

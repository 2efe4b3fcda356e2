// Moves and zooms the map that the server drew.
//
// While a hand moves it, the picture already there is shifted and scaled, which any machine does
// smoothly; when the hand stops, the server draws the new view. No library, no WebGL.

const { PI, abs, atan, exp, hypot, log, log2, max, min, round, sin } = Math;
const [CLOSEST, FURTHEST] = [17, 4];
const still = matchMedia('(prefers-reduced-motion: reduce)').matches;

// Web Mercator, in CSS pixels at a zoom.
const world = (z) => 256 * 2 ** z;
const xOf = (lon, z) => ((lon + 180) / 360) * world(z);
const lonOf = (x, z) => (x / world(z)) * 360 - 180;
function yOf(lat, z) {
  const s = sin((lat * PI) / 180);
  return (0.5 - log((1 + s) / (1 - s)) / (4 * PI)) * world(z);
}
function latOf(y, z) {
  const n = PI - (2 * PI * y) / world(z);
  return (180 / PI) * atan(0.5 * (exp(n) - exp(-n)));
}

const clampZoom = (z) => max(FURTHEST, min(CLOSEST, z));
function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

function live(frame) {
  const { label, zone: zoneLabel, close: closeLabel, closer, further, icons } = frame.dataset;
  let svg = frame.querySelector('svg');
  let address = new URL(location.href);
  // The server's frame, to which the zoom of addresses refers.
  const { width: frameWidth, height: frameHeight } = svg.viewBox.baseVal;
  const plane = make('div', { className: 'map-plane', tabIndex: 0, role: 'group', ariaLabel: label });
  const size = () => frame.getBoundingClientRect();
  const gap = () => {
    const { width, height } = size();
    return log2(min(width / frameWidth, height / frameHeight)) || 0;
  };
  const viewOf = (data) => ({ lat: +data.lat, lon: +data.lon, z: +data.zoom + gap() });
  let view = viewOf(svg.dataset.zoom ? svg.dataset : frame.dataset);
  let drawn = null; // The view the picture shows, once it was drawn to the size of the window.

  svg.replaceWith(plane);
  plane.append(svg);
  frame.classList.add('moving');

  // --- Drawing ---------------------------------------------------------------------------------

  function place() {
    view.z = clampZoom(view.z);
    view.lat = max(-60, min(75, view.lat));
    if (drawn) {
      const x = xOf(drawn.lon, view.z) - xOf(view.lon, view.z);
      const y = yOf(drawn.lat, view.z) - yOf(view.lat, view.z);
      svg.style.transform = `translate(${x}px,${y}px) scale(${2 ** (view.z - drawn.z)})`;
    }
    placeTarget();
  }

  let asked;
  let lastAsked = 0;
  async function draw() {
    asked?.abort();
    asked = new AbortController();
    lastAsked = performance.now();
    const { width, height } = size();
    if (!width) return;
    const wanted = { ...view };
    const query = new URLSearchParams(address.search);
    query.set('carte', [wanted.lat.toFixed(5), wanted.lon.toFixed(5), wanted.z.toFixed(3)]);
    query.set('l', round(width));
    query.set('h', round(height));
    try {
      const answer = await fetch(`/carte/fragment?${query}`, { signal: asked.signal });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = document.adoptNode(page.querySelector('svg'));
      const focused = svg.contains(document.activeElement) && document.activeElement.ariaLabel;
      const active = svg.querySelector('.m-active')?.getAttribute('href');
      svg.replaceWith(fresh);
      svg = fresh;
      drawn = wanted;
      place();
      if (active && bubble) marker(active)?.classList.add('m-active');
      if (focused) (named(focused) ?? plane).focus({ preventScroll: true });
    } catch (error) {
      if (error.name !== 'AbortError') throw error;
    }
  }

  const named = (name) => svg.querySelector(`a[aria-label="${CSS.escape(name)}"]`);
  const marker = (href) => svg.querySelector(`a[href="${CSS.escape(href)}"]`);

  let pause;
  function moved({ byHand = true, delay_ms = 120 } = {}) {
    place();
    clearTimeout(pause);
    pause = setTimeout(() => {
      draw();
      if (byHand) remember();
    }, delay_ms);
    if (byHand) propose();
    const far = drawn && (abs(view.z - drawn.z) > 0.8
      || abs(xOf(drawn.lon, view.z) - xOf(view.lon, view.z)) > size().width * 0.4);
    if (far && performance.now() - lastAsked > 350) draw();
  }

  // The view goes into the address, to come back to it and to share it.
  function remember() {
    address = new URL(location.href);
    address.searchParams.set('carte', [view.lat.toFixed(4), view.lon.toFixed(4), (view.z - gap()).toFixed(2)]);
    history.replaceState({}, '', address);
  }

  // --- Moving ----------------------------------------------------------------------------------

  function slide(dx, dy) {
    const x = xOf(view.lon, view.z) - dx;
    const y = yOf(view.lat, view.z) - dy;
    view.lon = lonOf(x, view.z);
    view.lat = latOf(y, view.z);
  }

  // Zooms keeping what is under the point where it is.
  function zoomAt(steps, clientX, clientY) {
    const { left, top, width, height } = size();
    const x = clientX - left - width / 2;
    const y = clientY - top - height / 2;
    slide(-x, -y);
    view.z = clampZoom(view.z + steps);
    slide(x, y);
  }

  let flight = 0;
  function fly(to, { duration_ms = 280, byHand = true } = {}) {
    const from = { ...view };
    const mine = ++flight;
    const start = performance.now();
    const [x0, y0, x1, y1] = [xOf(from.lon, 0), yOf(from.lat, 0), xOf(to.lon, 0), yOf(to.lat, 0)];
    const z1 = clampZoom(to.z);
    const step = (now) => {
      if (mine !== flight) return;
      const part = still ? 1 : min(1, max(0, (now - start) / duration_ms));
      const eased = 1 - (1 - part) ** 3;
      const z = from.z + (z1 - from.z) * eased;
      // The middle advances as the scale does, so that the flight goes straight to its end.
      const along = abs(z1 - from.z) < 0.01 ? eased : (1 - 2 ** (from.z - z)) / (1 - 2 ** (from.z - z1));
      Object.assign(view, { z, lon: lonOf(x0 + (x1 - x0) * along, 0), lat: latOf(y0 + (y1 - y0) * along, 0) });
      place();
      if (part < 1) requestAnimationFrame(step);
      else moved({ byHand, delay_ms: 0 });
    };
    requestAnimationFrame(step);
  }

  // Flies to where a move made at once would lead.
  function flyBy(move, options) {
    const before = { ...view };
    move();
    const to = view;
    view = before;
    fly(to, options);
  }

  // --- Hands -----------------------------------------------------------------------------------

  const fingers = new Map();
  let travelled = 0;
  let lastMove = { dx: 0, dy: 0, at: 0 };

  plane.addEventListener('pointerdown', (event) => {
    if (event.button) return;
    flight++;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (fingers.size === 1) travelled = 0;
  });

  plane.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const after = { x: event.clientX, y: event.clientY };
    if (fingers.size === 1) drag(event, after.x - before.x, after.y - before.y);
    else pinch(event.pointerId, after);
    fingers.set(event.pointerId, after);
  });

  function drag(event, dx, dy) {
    travelled += abs(dx) + abs(dy);
    if (travelled <= 5) return;
    if (!plane.hasPointerCapture(event.pointerId)) plane.setPointerCapture(event.pointerId);
    slide(dx, dy);
    lastMove = { dx, dy, at: event.timeStamp };
    moved();
  }

  function pinch(id, after) {
    const spread = ([a, b]) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, length: hypot(a.x - b.x, a.y - b.y) });
    const before = spread([...fingers.values()]);
    fingers.set(id, after);
    const now = spread([...fingers.values()]);
    slide(now.x - before.x, now.y - before.y);
    zoomAt(log2(now.length / before.length) || 0, now.x, now.y);
    travelled = 9;
    moved();
  }

  function lift(event) {
    if (!fingers.delete(event.pointerId) || still || travelled <= 5) return;
    const { dx, dy, at } = lastMove;
    if (event.timeStamp - at < 60 && hypot(dx, dy) > 4) flyBy(() => slide(dx * 7, dy * 7), { duration_ms: 380 });
  }
  plane.addEventListener('pointerup', lift);
  plane.addEventListener('pointercancel', lift);
  plane.addEventListener('dragstart', (event) => event.preventDefault());

  plane.addEventListener('wheel', (event) => {
    event.preventDefault();
    const speed = event.deltaMode ? 0.05 : event.ctrlKey ? 0.012 : 0.0022;
    zoomAt(-event.deltaY * speed, event.clientX, event.clientY);
    moved();
  }, { passive: false });

  plane.addEventListener('dblclick', (event) => {
    event.preventDefault();
    flyBy(() => zoomAt(1, event.clientX, event.clientY));
  });

  const ARROWS = { ArrowLeft: [90, 0], ArrowRight: [-90, 0], ArrowUp: [0, 90], ArrowDown: [0, -90] };
  plane.addEventListener('keydown', (event) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    if (ARROWS[event.key]) {
      event.preventDefault();
      slide(...ARROWS[event.key]);
      moved();
    } else if (event.key === '+' || event.key === '=') fly({ ...view, z: view.z + 1 });
    else if (event.key === '-') fly({ ...view, z: view.z - 1 });
  });

  plane.addEventListener('click', (event) => {
    if (travelled > 5) {
      event.preventDefault();
      event.stopPropagation();
      travelled = 0;
      return;
    }
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = event.target.closest('a.m-cluster, a.m-pin');
    if (!link) return;
    event.preventDefault();
    event.stopPropagation();
    const href = link.getAttribute('href');
    const towards = new URL(href, location.href).searchParams.get('carte');
    if (link.matches('.m-pin')) preview(link);
    else if (towards) flyTo(towards);
    else document.dispatchEvent(new CustomEvent('visit', { detail: { address: href } }));
  }, true);

  function flyTo(text) {
    const [lat, lon, z] = text.split(',').map(Number);
    fly({ lat, lon, z: max(view.z + 1, z || 0) }, { duration_ms: 420 });
  }

  // A marker reached by the keyboard is brought into view.
  plane.addEventListener('focusin', (event) => {
    const link = event.target.closest('a');
    if (!link?.matches(':focus-visible')) return;
    const { left, top, width, height } = size();
    const box = link.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2 - left, box.top + box.height / 2 - top];
    const inside = x > 40 && y > 70 && x < width - 70 && y < height - 70;
    if (!inside) flyBy(() => slide(width / 2 - x, height / 2 - y), { byHand: false });
  });

  // --- Tools -----------------------------------------------------------------------------------

  const SVG = 'http://www.w3.org/2000/svg';
  function tool(className, name, icon, act) {
    const button = make('button', { type: 'button', className, ariaLabel: name, onclick: act });
    const drawing = document.createElementNS(SVG, 'svg');
    const use = document.createElementNS(SVG, 'use');
    drawing.setAttribute('class', 'icon');
    drawing.setAttribute('aria-hidden', 'true');
    use.setAttribute('href', `${icons}#${icon}`);
    drawing.append(use);
    button.append(drawing);
    return button;
  }

  frame.querySelector('.map-zoom').replaceChildren(
    tool('', closer, 'plus', () => fly({ ...view, z: view.z + 1 })),
    tool('', further, 'minus', () => fly({ ...view, z: view.z - 1 })),
  );
  frame.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-fly]');
    const towards = link && new URL(link.href).searchParams.get('carte');
    if (!towards) return;
    event.preventDefault();
    const [lat, lon, z] = towards.split(',').map(Number);
    // Too far to fly over: jump there.
    Object.assign(view, { lat, lon, z: z + gap() });
    drawn = null;
    moved({ delay_ms: 0 });
    link.closest('details').open = false;
  });

  let zone = null;
  let searchedHere = false;
  function propose() {
    if (zone) return;
    zone = make('button', { type: 'button', className: 'button map-zone', textContent: zoneLabel, onclick: searchHere });
    frame.append(zone);
  }
  function unpropose() {
    zone?.remove();
    zone = null;
  }
  function searchHere() {
    // The map stops where it is: what still moves would ask the question again.
    flight++;
    clearTimeout(pause);
    const { width, height } = size();
    const [x, y] = [xOf(view.lon, view.z), yOf(view.lat, view.z)];
    const query = new URLSearchParams(address.search);
    for (const name of ['page', 'ou', 'pres']) query.delete(name);
    query.set('zone', [
      lonOf(x - width / 2, view.z), latOf(y + height / 2, view.z),
      lonOf(x + width / 2, view.z), latOf(y - height / 2, view.z),
    ].map((degrees) => degrees.toFixed(3)));
    unpropose();
    searchedHere = true;
    document.dispatchEvent(new CustomEvent('visit', { detail: { address: `/?${query}` } }));
  }

  // --- The place being looked at ---------------------------------------------------------------

  let bubble = null;
  let opener = '';
  function closePreview(giveFocusBack) {
    if (!bubble) return;
    bubble.remove();
    bubble = null;
    svg.querySelector('.m-active')?.classList.remove('m-active');
    if (giveFocusBack) (named(opener) ?? plane).focus();
  }
  async function preview(link) {
    closePreview(false);
    opener = link.getAttribute('aria-label');
    const href = link.getAttribute('href');
    const answer = await fetch(href, { headers: { 'X-Fragment': 'preview' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const card = page.querySelector('article');
    if (!answer.ok || !card) return location.assign(href);
    card.removeAttribute('id');
    bubble = make('div', { className: 'preview', role: 'dialog', tabIndex: -1, ariaLabel: opener }, card);
    bubble.append(tool('preview-close', closeLabel, 'close', () => closePreview(true)));
    bubble.addEventListener('keydown', (event) => event.key === 'Escape' && closePreview(true));
    frame.append(bubble);
    marker(href)?.classList.add('m-active');
    bubble.focus({ preventScroll: true });
    uncover(marker(href));
  }

  // Brings the marker out from under its preview.
  function uncover(link) {
    if (!link) return;
    const hidden = link.getBoundingClientRect().bottom + 12 - bubble.getBoundingClientRect().top;
    if (hidden > 0) flyBy(() => slide(0, -hidden), { byHand: false });
  }

  // --- The card being pointed at in the list ----------------------------------------------------

  const target = make('i', { className: 'target', hidden: true });
  frame.append(target);
  let pointed = null;
  function placeTarget() {
    target.hidden = !pointed;
    if (!pointed) return;
    const { width, height } = size();
    const x = xOf(pointed[0], view.z) - xOf(view.lon, view.z) + width / 2;
    const y = yOf(pointed[1], view.z) - yOf(view.lat, view.z) + height / 2;
    target.style.transform = `translate(${x}px,${y}px)`;
  }
  const point = (on) => (event) => {
    const card = event.target.closest?.('.results .card[data-point]');
    if (!card) return;
    pointed = on ? card.dataset.point.split(',').map(Number) : null;
    placeTarget();
  };
  for (const [name, on] of [['pointerover', true], ['pointerout', false], ['focusin', true], ['focusout', false]]) {
    document.addEventListener(name, point(on));
  }

  // --- The page around -------------------------------------------------------------------------

  frame.addEventListener('swap', (event) => {
    event.preventDefault();
    const { fresh, address: to } = event.detail;
    address = new URL(to, location.href);
    closePreview(false);
    unpropose();
    const picture = fresh.querySelector('svg');
    if (!searchedHere && picture) view = viewOf(picture.dataset.zoom ? picture.dataset : fresh.dataset);
    searchedHere = false;
    drawn = null;
    draw();
  });

  let seen = 0;
  new ResizeObserver(() => seen++ && moved({ byHand: false })).observe(frame);
  return draw();
}

// Starts when the map can be seen, once the page has settled.
const frame = document.querySelector('#carte');
let started = false;
function start() {
  if (started || !frame?.querySelector('svg') || !frame.getBoundingClientRect().width) return;
  started = true;
  live(frame);
}
const soon = () => (window.requestIdleCallback ?? setTimeout)(start);
if (document.readyState === 'complete') soon();
else addEventListener('load', soon);
document.addEventListener('shown', soon);
matchMedia('(min-width: 62.01rem)').addEventListener('change', soon);

/* Keeps pages for the road. Above stands what this build is: its version, the offline page (`shell`) and
   the pilgrims' pack (`files`, `pages`), each a list of [path, first digits of its SHA-256].

   All that pages load lies at addresses that change with its content. So a page and what it loads are of
   one build for as long as nothing but these addresses is asked for, and this worker may serve pages of
   any build. A page is kept only after all that it loads. The search is of the latest build that there was
   a line for, because its addresses stay. Five sorts of caches:
     pages           pages that were visited, the latest ones
     files           what these pages load
     search          what a search loads: its worker, its language, the indexes
     shell-<version> the page that stands in for one that was not kept
     pack-<version>  the pack; the last thing to be put into it is its own name, so that a pack is known
                     to be whole. The one before is dropped only then. */
"use strict";

const ROOT = self.registration.scope;
const PAGES = `${ROOT}pages`;
const FILES = `${ROOT}files`;
const SEARCH = `${ROOT}search`;
const SHELL = `${ROOT}shell-${BUILD.version}`;
const PACK = `${ROOT}pack-${BUILD.version}`;

const MOST_PAGES = 200;
const PATIENCE = 4000; /* Milliseconds that a page may take when there is a copy of it. */
const ABREAST = 4;

/* Addresses, below the root, that change with what is there. */
const LASTING = /^assets\/([0-9a-f]{12}\/|pictures\/.+-[0-9a-f]{8}-\d+\.\w+$|(stylesheets|javascripts)\/.+\.[0-9a-f]{8}\.min\.(css|js)$)/;
/* What the search loads, below the root. */
const SEARCHED = /^(assets\/javascripts\/(workers|lunr)\/|\w+\/search\/)/;
/* What is the same in all sizes and formats of a picture. */
const PICTURE = /^.*\/pictures\/.+-[0-9a-f]{8}-/;
/* Files that a page's or a style's text names. */
const NAMED = /(?:src|href)="([^"]*\bassets\/[^"]+)"|url\("?([\w.-]+)"?\)/g;

function isLasting(url) { return url.startsWith(ROOT) && LASTING.test(url.slice(ROOT.length)); }

function isSearched(url) { return url.startsWith(ROOT) && SEARCHED.test(url.slice(ROOT.length)); }

/* The web form of editors is nothing to read on the road. */
function isOurs(url) { return url.startsWith(ROOT) && !url.startsWith(ROOT + BUILD.form); }

function isGood(answer) { return answer.status === 200 && answer.type === "basic" && !answer.redirected; }

function isPage(answer) { return (answer.headers.get("Content-Type") || "").startsWith("text/html"); }

/* Our caches whose name begins so. Other sites of the same host have caches here too. */
async function named(start) { return (await caches.keys()).filter((name) => name.startsWith(start)); }

/* The pack of this build comes last: it may not be whole yet. */
async function packs() {
  const names = await named(`${ROOT}pack-`);
  return [...names.filter((name) => name !== PACK), ...names.filter((name) => name === PACK)];
}

/* One after the other: what is thrown away must not be what another task just counts on. */
function inTurn(task) { return navigator.locks.request(ROOT, task); }

/* The page reads from its `Server-Timing` that it is a copy, and of when. */
function store(cache, url, body, answer) {
  const headers = new Headers(answer.headers);
  ["Content-Encoding", "Content-Length", "Vary"].forEach((name) => headers.delete(name));
  headers.set("Server-Timing", `kept;desc="${new Date().toISOString()}"`);
  return cache.put(url, new Response(body, { headers }));
}

/* Pages that were visited */

function filesIn(text, base) {
  const links = Array.from(text.matchAll(NAMED), (found) => new URL(found[1] || found[2], base).href);
  return [...new Set(links.filter(isLasting))];
}

async function fetchFile(url) {
  const answer = await fetch(url);
  /* Some hosts send a page in place of a file that is missing. */
  if (!isGood(answer) || isPage(answer)) { throw new Error(`no such file: ${url}`); }
  return answer;
}

async function keepFiles(text, base) {
  const files = await caches.open(FILES);
  await Promise.all(filesIn(text, base).map(async (url) => {
    const kept = await files.match(url);
    const isStyle = url.endsWith(".css");
    if (kept && !isStyle) { return; }
    const answer = kept || await caches.match(url) || await fetchFile(url);
    const body = await answer.blob();
    if (isStyle) { await keepFiles(await body.text(), url); }
    if (!kept) { await store(files, url, body, answer); }
  }));
}

async function keepPage(url, answer) {
  if (!isGood(answer) || !isPage(answer)) { return; }
  const text = await answer.text();
  await keepFiles(text, url);
  await inTurn(async () => {
    await keepFiles(text, url); /* What was swept away meanwhile. */
    const pages = await caches.open(PAGES);
    await store(pages, url, text, answer);
    const urls = await pages.keys();
    if (urls.length <= MOST_PAGES) { return; }
    await Promise.all(urls.slice(0, -MOST_PAGES).map((old) => pages.delete(old)));
    await sweep();
  });
}

/* Throw away the files of builds that no kept page is of. */
async function sweep() {
  const [pages, files] = await Promise.all([caches.open(PAGES), caches.open(FILES)]);
  const group = (url) => (url.match(PICTURE) || [url.slice(ROOT.length).replace(/^assets\/([0-9a-f]{12})\/.*/, "$1")])[0];
  const used = new Set();
  for (const page of await pages.keys()) {
    const text = await (await pages.match(page)).text();
    filesIn(text, page.url).forEach((url) => used.add(group(url)));
  }
  const unused = (await files.keys()).filter((file) => !used.has(group(file.url)));
  await Promise.all(unused.map((file) => files.delete(file)));
}

/* Pages that were open before there was a worker to keep them. */
async function keepOpenPages() {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const urls = windows.map((client) => pageUrl(client.url)).filter(isOurs);
  const pages = await caches.open(PAGES);
  await Promise.all(urls.map(async (url) => {
    if (!await pages.match(url)) { await keepPage(url, await fetch(url)); }
  }));
}

/* Requests */

/* The address that links to a page have: what people type and pass on may lack its slash or name the file. */
function pageUrl(url) {
  return url.replace(/[?#].*/, "").replace(/\/index\.html$/, "/").replace(/\/([^/.]+)$/, "/$1/");
}

async function keptPage(url) {
  for (const name of [...await named(PAGES), ...await packs()]) {
    const kept = await caches.match(url, { cacheName: name });
    if (kept) { return kept; }
  }
  return null;
}

/* It stands at any address, so its links need to be told where they count from. */
async function offlinePage() {
  const page = ROOT + BUILD.offline;
  const text = await (await caches.match(page, { cacheName: SHELL })).text();
  const headers = { "Content-Type": "text/html; charset=utf-8" };
  return new Response(text.replace("<head>", `<head><base href="${page}">`), { headers, status: 503 });
}

function wait(milliseconds) { return new Promise((done) => { setTimeout(done, milliseconds); }); }

async function visit(event) {
  const url = pageUrl(event.request.url);
  /* The browser's own cache must not answer for the network: what lies there may lack its files. */
  const network = fetch(event.request.url, { cache: "no-cache", credentials: "same-origin", redirect: "manual" });
  event.waitUntil(network.then((answer) => keepPage(url, answer.clone())).catch(() => {}));
  const kept = await keptPage(url);
  const first = [network.catch(() => null)];
  if (kept) { first.push(wait(PATIENCE)); }
  const answer = await Promise.race(first);
  if (answer && (answer.status < 500 || !kept)) { return answer; }
  if (!kept) { return offlinePage(); }
  /* Its links count from its own address. */
  return event.request.url.replace(/[?#].*/, "") === url ? kept : Response.redirect(url);
}

/* Of a picture one size is kept, and those that the browser chose: without a signal any of them will do. */
async function otherSize(url) {
  const [picture] = url.match(PICTURE) || [];
  if (!picture) { return null; }
  for (const name of [FILES, ...await packs()]) {
    const urls = await (await caches.open(name)).keys();
    const other = urls.find((request) => request.url.startsWith(picture));
    if (other) { return caches.match(other); }
  }
  return null;
}

async function file(event) {
  const { url } = event.request;
  const kept = await caches.match(url);
  if (kept) { return kept; }
  const answer = await fetch(event.request).catch(async (error) => {
    const other = await otherSize(url);
    if (other) { return other; }
    throw error;
  });
  if (isGood(answer) && !isPage(answer)) {
    const copy = answer.clone();
    event.waitUntil(copy.blob().then(async (body) => store(await caches.open(FILES), url, body, copy)).catch(() => {}));
  }
  return answer;
}

/* Of the search the copy is the second choice. */
async function searched(event) {
  const { url } = event.request;
  try {
    const answer = await fetch(event.request);
    if (isGood(answer)) {
      const copy = answer.clone();
      event.waitUntil(copy.blob().then(async (body) => store(await caches.open(SEARCH), url, body, copy)).catch(() => {}));
    }
    return answer;
  } catch (error) {
    /* Another engine's worker and index have something behind a question mark. */
    const kept = await caches.match(url, { ignoreSearch: true });
    if (kept) { return kept; }
    throw error;
  }
}

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  if (method !== "GET" || !isOurs(url)) { return; }
  if (mode === "navigate") { event.respondWith(visit(event)); }
  else if (isSearched(url)) { event.respondWith(searched(event)); }
  else if (isLasting(url)) { event.respondWith(file(event)); }
});

/* The pack */

async function digestOf(body) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return Array.from(bytes.slice(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/* A file of this very build: that of another one, from a host that is just being filled or from a cache on
   the way, has other digits. What did not change since another build is not fetched again. */
async function fetchGenuine(cache, url, digest) {
  const kept = await caches.match(url);
  if (kept) {
    const body = await kept.arrayBuffer();
    if (await digestOf(body) === digest) { return store(cache, url, body, kept); }
  }
  const answer = await fetch(url, { cache: isLasting(url) ? "default" : "no-store" });
  const body = await answer.arrayBuffer();
  if (!isGood(answer) || await digestOf(body) !== digest) { throw new Error(`not of this build: ${url}`); }
  return store(cache, url, body, answer);
}

/* What is there already stays: a load that broke off goes on from there. */
async function fill(cache, entries, report) {
  const rest = entries.slice();
  const work = async () => {
    while (rest.length) {
      const [path, digest] = rest.shift();
      try {
        if (!await cache.match(ROOT + path)) { await fetchGenuine(cache, ROOT + path, digest); }
      } catch (error) {
        rest.length = 0;
        throw error;
      }
      await report();
    }
  };
  const done = await Promise.allSettled(Array.from({ length: ABREAST }, work));
  const failed = done.find((result) => result.status === "rejected");
  if (failed) { throw failed.reason; }
}

let isSaving = false;
let fault = "";

/* The note that a pack is whole; nothing if it is not. */
async function wholePack(name) {
  const note = await caches.match(name, { cacheName: name });
  return note ? note.json() : null;
}

async function state() {
  const names = await packs();
  const whole = (await Promise.all(names.map(wholePack))).filter(Boolean).pop() || null;
  const done = names.includes(PACK) ? (await (await caches.open(PACK)).keys()).length : 0;
  const visited = (await (await caches.open(PAGES)).keys()).length;
  const total = BUILD.files.length + BUILD.pages.length;
  const { version, bytes } = BUILD;
  return { version, bytes, saved: whole, visited, done, total, isSaving, fault };
}

async function tell() {
  const message = await state();
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  windows.forEach((client) => client.postMessage(message));
}

async function fillPack() {
  const others = (await packs()).filter((name) => name !== PACK);
  await Promise.all(others.map(async (name) => await wholePack(name) || caches.delete(name)));
  const pack = await caches.open(PACK);
  await fill(pack, BUILD.files, tell);
  await fill(pack, BUILD.pages, tell);
  const { version, day, bytes } = BUILD;
  await pack.put(PACK, new Response(JSON.stringify({ version, day, bytes })));
  await Promise.all(others.map((name) => caches.delete(name)));
  await inTurn(async () => {
    const pages = await caches.open(PAGES);
    await Promise.all(BUILD.pages.map(([path]) => pages.delete(ROOT + path)));
    await sweep();
  });
}

async function save() {
  if (isSaving) { return; }
  isSaving = true;
  fault = "";
  try {
    await fillPack();
  } catch (error) {
    fault = error.name === "QuotaExceededError" ? "room" : "failed";
    if (fault === "room") { await caches.delete(PACK); }
  }
  isSaving = false;
  await tell();
}

async function forget() {
  if (isSaving) { return; }
  fault = "";
  const names = [...await named(PAGES), ...await named(FILES), ...await named(SEARCH), ...await packs()];
  await inTurn(() => Promise.all(names.map((name) => caches.delete(name))));
  await tell();
}

const TASKS = new Map(Object.entries({ save, forget, tell }));

self.addEventListener("message", (event) => {
  const task = TASKS.get(event.data);
  if (task) { event.waitUntil(task()); }
});

/* A new worker takes over at once: it may, see the top. */

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    await fill(await caches.open(SHELL), BUILD.shell, () => {});
    await keepOpenPages().catch(() => {});
    await self.skipWaiting();
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const shells = await named(`${ROOT}shell-`);
    await Promise.all(shells.filter((name) => name !== SHELL).map((name) => caches.delete(name)));
    await self.clients.claim();
    await tell();
  })());
  /* Not waited for: pages wait for what is. */
  inTurn(sweep);
});

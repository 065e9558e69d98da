/* Runs a search worker outside of a browser, over files: reads a query a line from the standard input, each as
   JSON, and writes the worker's answer a line; for a list of queries, the locations that each finds.
   Arguments: the worker's address as pages know it, the folder of the site's files, the index's path in it, and
   the day that it takes for today. */
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const readline = require("node:readline");
const vm = require("node:vm");

const [address, siteFolder, indexPath, today] = process.argv.slice(2);
const location = new URL(address, "https://site.example/");
let listener = null;
let answered = () => {};

function fileOf(url) {
  return path.join(siteFolder, new URL(url, location).pathname);
}

function load(url) {
  vm.runInContext(fs.readFileSync(fileOf(url), "utf-8"), scope, fileOf(url));
}

const scope = vm.createContext({
  console: { ...console, warn: (...words) => { throw new Error(words.join(" ")); } },
  location,
  addEventListener: (type, action) => { listener = action; },
  importScripts: (...urls) => urls.forEach(load),
  postMessage: (message) => answered(message),
  fetch: async (url) => new Response(fs.readFileSync(fileOf(url))),
  setTimeout,
  TextDecoder,
  TextEncoder,
  URL,
});
scope.self = scope;
vm.runInContext(`Date.now = () => Date.parse("${today}")`, scope);

function ask(message) {
  return new Promise((done) => { answered = done; listener({ data: message }); });
}

async function answer(query) {
  const start = performance.now();
  const { data } = await ask({ type: 2, data: query });
  return { ...data, milliseconds: performance.now() - start };
}

async function locations(queries) {
  const found = [];
  for (const query of queries) {
    const { items } = await answer(query);
    found.push(items.map((item) => item.map((entry) => entry.location)));
  }
  return found;
}

async function main() {
  load(location);
  const index = JSON.parse(fs.readFileSync(path.join(siteFolder, indexPath), "utf-8"));
  await ask({ type: 0, data: { ...index, options: { suggest: true } } });
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const queries = JSON.parse(line);
    console.log(JSON.stringify(Array.isArray(queries) ? await locations(queries) : await answer(queries)));
  }
}

main();

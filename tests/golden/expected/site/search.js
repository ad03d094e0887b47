(function () {
"use strict";
const jianbao = (window.jianbao = window.jianbao || {});
const HAN = "\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{323af}";
const SPACES = "\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200b\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";
const IS_HAN = new RegExp("[" + HAN + "]", "u");
const IS_SPACE = new RegExp("[" + SPACES + "]");
const SPACE_RUN = new RegExp("[" + SPACES + "]+", "g");
const IS_LETTER = /[\p{L}\p{N}]/u;
const CLUSTER = /[\u1100-\u11ff\uac00-\ud7a3]+|[\s\S][\p{M}\uff9e\uff9f]*/gu;
const RUN = new RegExp("[" + HAN + "]+|[^\\P{L}" + HAN + "]", "gu");
const PREFIX = 3;
const unified = new Map();
for (const mark of "“”„‟«»「」『』〝〞〟") unified.set(mark, '"');
for (const mark of "‘’‚‛‹›`") unified.set(mark, "'");
unified.set("ς", "σ");
let complete = false;
let odd = oddOnes(); // a pattern of what is unified
function oddOnes() {
return new RegExp("[" + [...unified.keys()].join("") + "]", "gu");
}
function learn(table) {
const [olds, news] = JSON.parse(table).map((row) => [...row]);
olds.forEach((old, i) => unified.set(old, news[i]));
odd = oddOnes();
complete = true;
}
function foldWithPlaces(text) {
const out = [], starts = [], ends = [];
for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
const low = cluster.normalize("NFKC").toLowerCase().normalize("NFKC");
for (const character of low) {
out.push(unified.get(character) || character);
starts.push(index);
ends.push(index + cluster.length);
}
}
let folded = "";
const places = { starts: [], ends: [] };
function put(character, i, end) {
folded += character;
for (let n = 0; n < character.length; n++) {
places.starts.push(starts[i]);
places.ends.push(ends[end]);
}
}
for (let i = 0; i < out.length; i++) {
if (!IS_SPACE.test(out[i])) {
put(out[i], i, i);
continue;
}
let end = i;
while (end + 1 < out.length && IS_SPACE.test(out[end + 1])) end++;
if (keepsSpace(out[i - 1], out[end + 1])) put(" ", i, end);
i = end;
}
return { text: folded, starts: places.starts, ends: places.ends };
}
function keepsSpace(left, right) {
if (!left || !right) return false;
return !((IS_HAN.test(left) || IS_HAN.test(right)) && IS_LETTER.test(left) && IS_LETTER.test(right));
}
function fold(text) {
const low = text.normalize("NFKC").toLowerCase().normalize("NFKC").replace(odd, (one) => unified.get(one));
if (!IS_SPACE.test(low)) return low;
return low.replace(SPACE_RUN, (run, at) => {
const left = [...low.slice(Math.max(0, at - 2), at)].pop();
const right = [...low.slice(at + run.length, at + run.length + 2)][0];
return keepsSpace(left, right) ? " " : "";
});
}
function runs(folded) {
const found = [];
for (const character of folded) {
const han = IS_HAN.test(character);
const last = found[found.length - 1];
if (!han && !IS_LETTER.test(character)) found.push(null);
else if (last && last.han === han) last.text += character;
else found.push({ han, text: character });
}
return found.filter(Boolean);
}
function tokens(folded, begins) {
const all = runs(folded);
const found = new Map();
all.forEach((run, i) => {
const last = i === all.length - 1 && folded.endsWith(run.text);
if (run.han) {
const characters = [...run.text];
for (let n = 0; n < Math.max(1, characters.length - 1); n++) {
const token = characters.slice(n, n + 2).join("");
const spare = n % 2 > 0 && n < characters.length - 2;
if (!spare || !found.has(token)) found.set(token, spare ? { token, spare } : { token });
}
} else if (begins && last && [...run.text].length >= PREFIX) found.set(run.text + "*", { prefix: run.text });
else found.set(run.text, { token: run.text });
});
return [...found.values()];
}
function parse(query) {
const pattern = /(^|[\s\u3000])?([-－−])?(?:["＂“”„「『«]([^"＂“”„」』»]*)["＂“”」』»]?|([^\s\u3000"＂“”„「」『』«»]+))/gu;
const terms = [];
for (const { 1: space, 2: minus, 3: phrase, 4: word } of query.matchAll(pattern)) {
const apart = space !== undefined;
const text = fold((minus && !apart ? minus : "") + (phrase === undefined ? word : phrase));
const quoted = phrase !== undefined;
const needs = tokens(text, !quoted);
if (!needs.length) continue;
const whole = needs[0].token || needs[0].prefix;
terms.push({ text, quoted, not: !!minus && apart, begins: !quoted, needs, sure: needs.length === 1 && whole === text });
}
return terms.filter((one, i) => terms.findIndex((other) => other.text === one.text && other.not === one.not) === i);
}
function within(character, beside) {
return IS_LETTER.test(character) && !IS_HAN.test(character) && IS_LETTER.test(beside) && !IS_HAN.test(beside);
}
function places(folded, term) {
const found = [];
const length = term.text.length;
const first = [...term.text][0], last = [...term.text].pop();
const runsOn = term.begins && !IS_HAN.test(last) && [...(runs(term.text).pop() || { text: "" }).text].length >= PREFIX;
for (let i = folded.indexOf(term.text); i >= 0; i = folded.indexOf(term.text, i + 1)) {
const before = [...folded.slice(Math.max(0, i - 2), i)].pop() || "";
const behind = [...folded.slice(i + length, i + length + 2)][0] || "";
if (within(first, before) || (!runsOn && within(last, behind))) continue;
found.push([i, i + length]);
i += length - 1;
}
return found;
}
function key(token) {
const characters = [...token];
return IS_HAN.test(characters[0]) || token[0] < " " ? token : characters.slice(0, PREFIX).join("");
}
Object.assign(jianbao, { fold, foldWithPlaces, learn, learned: () => complete, tokens, parse, places, key });
})();
(function () {
"use strict";
const jianbao = (window.jianbao = window.jianbao || {});
const decoder = new TextDecoder();
const encoder = new TextEncoder();
const AN_HOUR = 3600000;
const here = { ...(document.currentScript ? document.currentScript.dataset : null) };
class Unreachable extends Error {
constructor(file, status) {
super(file + " " + status);
this.file = file;
this.status = status;
}
}
const CRC = new Uint32Array(256).map((_, n) => {
for (let k = 0; k < 8; k++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
return n;
});
function crc32(text) {
let crc = 0xffffffff;
for (const byte of encoder.encode(text)) crc = CRC[(crc ^ byte) & 255] ^ (crc >>> 8);
return (crc ^ 0xffffffff) >>> 0;
}
async function gunzip(file) {
if (typeof DecompressionStream === "undefined") {
await more("unpack");
return jianbao.inflate(file);
}
const { readable, writable } = new DecompressionStream("gzip");
const writer = writable.getWriter(); // not by way of a Blob, which other processes would have to be told of
for (const done of [writer.write(file), writer.close()]) done.catch(() => {}); // the reader is told as well
return new Uint8Array(await new Response(readable).arrayBuffer());
}
function varints(bytes, from, end, most = Infinity) {
const numbers = [];
for (let i = from, value = 0, shift = 0; i < end && numbers.length < most; i++) {
value += (bytes[i] & 127) * 2 ** shift;
if (bytes[i] & 128) shift += 7;
else {
numbers.push(value);
value = shift = 0;
}
}
return numbers;
}
class Shard {
constructor(bytes, first) {
const behind = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
const names = decoder.decode(bytes.subarray(4, behind));
const tokens = names ? names.split("\n") : [];
let length = 0;
const lengths = varints(bytes, behind, bytes.length, tokens.length).map((step) => (length += step));
let at = lengths.reduce((left, one) => left - one, bytes.length);
this.bytes = bytes;
this.first = first;
this.places = new Map(tokens.map((token, i) => [token, [at, (at += lengths[i])]]));
}
find(token) {
const place = this.places.get(token);
if (!place) return [];
let number = this.first;
return varints(this.bytes, ...place).map((step) => (number += step));
}
starting(prefix) {
const lists = [];
for (const token of this.places.keys()) if (token.startsWith(prefix)) lists.push(this.find(token));
return lists.reduce(union, []);
}
}
function intersection(a, b) {
if (a.length > b.length) [a, b] = [b, a];
const both = [];
for (let i = 0, j = 0; i < a.length; i++) {
while (b[j] < a[i]) j++;
if (b[j] === a[i]) both.push(a[i]);
}
return both;
}
function union(a, b) {
if (!a.length || !b.length) return a.length ? a : b;
return [...new Set([...a, ...b])].sort((x, y) => x - y);
}
function difference(a, b) {
const without = new Set(b);
return a.filter((number) => !without.has(number));
}
const waiting = new Map();
window.jianbaoShard = function (name, data) {
const taken = waiting.get(name);
waiting.delete(name);
if (taken) taken(Uint8Array.from(atob(data), (character) => character.charCodeAt(0)));
};
class Index {
constructor(root, offline, about) {
this.root = root;
this.offline = offline;
this.files = new Map();
this.told = about ? JSON.stringify(about) : "";
this.about = about;
this.opened = about ? Date.now() : 0;
this.sure = offline; // a page may be older than the index beside it: renew() makes sure
}
async open() {
if (!this.about || Date.now() - this.opened > AN_HOUR) await this.renew();
return this.about;
}
async renew() {
const bytes = this.offline ? await script(this.root + "index.js", "index") : await get(this.root + "index.json", "no-cache");
const told = decoder.decode(bytes[0] === 0x1f ? await gunzip(bytes) : bytes).trim();
const is = this.told === told;
[this.told, this.opened, this.sure] = [told, Date.now(), true];
if (!is) this.about = JSON.parse(told);
return !is;
}
file(name, mark) {
const key = name + "?" + mark;
if (!this.files.has(key)) {
this.asked++;
const version = "?v=" + encodeURIComponent(mark);
const bytes = this.offline
? script(this.root + name + ".js" + version, name)
: get(this.root + name + ".bin" + version, "default");
const unpacked = bytes.then(gunzip);
unpacked.catch(() => this.files.delete(key)); // so that another try asks again
this.files.set(key, unpacked);
}
return this.files.get(key);
}
async shard(segment, key) {
const name = "t/" + segment.first + "/" + (crc32(key) % segment.shards);
const bytes = await this.file(name, segment.mark);
return bytes.shard || (bytes.shard = new Shard(bytes, segment.first));
}
async ids(numbers) {
const { block, blocks } = await this.open();
const places = [...new Set(numbers.map((number) => Math.floor(number / block)))];
const files = await Promise.all(places.map((place) => this.file("d/" + place, blocks)));
const known = new Map(places.map((place, i) => [place, files[i].ids || (files[i].ids = idsOf(files[i]))]));
return new Map(numbers.map((number) => [number, known.get(Math.floor(number / block))[number % block]]));
}
async values() {
const { values } = await this.open();
const bytes = await this.file("values", values);
return bytes.offered || (bytes.offered = JSON.parse(decoder.decode(bytes)));
}
async column(name) {
const { columns } = await this.open();
const bytes = await this.file("c/" + name, columns[name]);
return bytes.column || (bytes.column = varints(bytes, 0, bytes.length));
}
}
function idsOf(bytes) {
const rows = JSON.parse(decoder.decode(bytes));
const ids = [];
for (let i = 0, id = ""; i < rows.length; i += 2) ids.push((id = id.slice(0, rows[i]) + rows[i + 1]));
return ids;
}
async function get(address, cache) {
let answer;
try {
answer = await fetch(address, { cache });
} catch (error) {
throw new Unreachable(address, 0);
}
if (!answer.ok) throw new Unreachable(address, answer.status);
try {
return new Uint8Array(await answer.arrayBuffer());
} catch (error) {
throw new Unreachable(address, 0); // the line broke off
}
}
function script(address, name) {
return new Promise((resolve, reject) => {
waiting.set(name, resolve);
run(address).catch((error) => {
waiting.delete(name);
reject(error);
});
});
}
function run(address) {
return new Promise((resolve, reject) => {
const tag = document.createElement("script");
tag.src = address;
tag.onload = () => resolve(tag.remove());
tag.onerror = () => {
tag.remove();
reject(new Unreachable(address, 0));
};
document.head.append(tag);
});
}
const further = new Map();
function more(name) {
if (!further.has(name)) {
const ran = run(here[name]);
ran.catch(() => further.delete(name));
further.set(name, ran);
}
return further.get(name);
}
Object.assign(jianbao, { Unreachable, Index, Shard, crc32, gunzip, varints, intersection, union, difference, get, more });
})();
(function () {
"use strict";
const jianbao = (window.jianbao = window.jianbao || {});
const { intersection, union, difference, places, key } = jianbao;
const TITLE = "\u0001", FACET = "\u0002";
const AROUND = { han: 24, latin: 60 }; // characters before the first match of a snippet
const SNIPPET = { han: 66, latin: 170 };
const TRUSTED = 0.8; // of the candidates; with fewer, pages fetched in vain cost more than the tokens left out
const UNITS = "p, h2, h3, li, td, th, blockquote, pre";
const CAPTIONS = ".plate[id] > figcaption, .caption[id]"; // further parts of an article have theirs without ids
async function listOf(index, segment, need, field) {
const name = need.token || need.prefix;
const shard = await index.shard(segment, key(name));
return need.token ? shard.find(field + name) : shard.starting(field + name);
}
async function everywhere(index, need, field) {
const { segments } = await index.open();
const lists = await Promise.all(segments.map((one) => listOf(index, one, need, field)));
return [].concat(...lists);
}
async function candidatesOf(index, term) {
const spare = term.needs.filter((need) => need.spare);
let needs = term.needs.filter((need) => !need.spare);
let lists = await Promise.all(needs.map((need) => everywhere(index, need, "")));
let list = common(lists);
const trusted = !term.not && together(lists, list.length, index.about.documents) >= TRUSTED * list.length;
if (spare.length && list.length && !trusted) {
lists = [list, ...(await Promise.all(spare.map((need) => everywhere(index, need, ""))))];
list = common(lists);
needs = term.needs;
}
return { term, needs, list, rest: trusted ? spare : [], unknown: lists.some((one) => !one.length) };
}
function together(lists, both, documents) {
let phrase = both;
for (let i = 0; i < 9; i++) {
const others = Math.max(1, documents - phrase);
phrase = both - lists.reduce((chance, one) => (chance * (one.length - phrase)) / others, others);
}
return phrase;
}
function common(lists) {
return lists.slice().sort((a, b) => a.length - b.length).reduce(intersection);
}
async function facet(index, name, value) {
const token = FACET + name + ":" + value;
const { segments } = await index.open();
const lists = await Promise.all(segments.map(async (one) => (await index.shard(one, token)).find(token)));
return [].concat(...lists);
}
function dayNumber(told, last) {
const [year, month, day] = told.split("-").map(Number);
const end = last && (!month ? Date.UTC(year + 1, 0, 0) : !day ? Date.UTC(year, month, 0) : 0);
const time = end || Date.UTC(year, (month || 1) - 1, day || 1);
return Math.round((time - Date.UTC(1800, 0, 1)) / 86400000) + 1;
}
async function filtered(index, list, filters) {
const chosen = ["district", "topic", "newspaper", "kind", "person"].filter((name) => filters[name]);
const facets = await Promise.all(chosen.map((name) => facet(index, name, filters[name])));
if (filters.undated === "only") facets.push(await facet(index, "undated", ""));
let left = facets.sort((a, b) => a.length - b.length).reduce((one, other) => (one ? intersection(one, other) : other), list);
if (filters.undated !== "only" && (filters.from || filters.to)) {
const days = await index.column("date");
const from = filters.from ? dayNumber(filters.from) : 1, to = filters.to ? dayNumber(filters.to, true) : Infinity;
if (!left) left = days.map((_, number) => number);
left = left.filter((number) => (days[number] ? days[number] >= from && days[number] <= to : filters.undated === "with"));
}
return left;
}
async function find(index, terms, filters, sort) {
await index.open();
const wanted = await Promise.all(terms.filter((term) => !term.not).map((term) => candidatesOf(index, term)));
const unwanted = await Promise.all(terms.filter((term) => term.not).map((term) => candidatesOf(index, term)));
let base = wanted.map((one) => one.list).sort((a, b) => a.length - b.length).reduce((a, b) => (a ? intersection(a, b) : b), null);
let list = await filtered(index, base, filters);
if (!list) return null;
const doubtful = new Set();
for (const one of unwanted) {
if (one.term.sure) list = difference(list, one.list);
else intersection(list, one.list).forEach((number) => doubtful.add(number));
}
const weights = wanted.map((one) => Math.log(1 + index.about.documents / (1 + one.list.length)));
const ordered = await order(index, list, wanted, weights, sort);
return {
numbers: doubtful.size ? [...ordered.filter((one) => !doubtful.has(one)), ...ordered.filter((one) => doubtful.has(one))] : ordered,
doubtful,
sure: terms.every((term) => term.sure),
unknown: [...wanted, ...unwanted].some((one) => one.unknown),
weights,
parts: wanted.map((one) => ({ term: one.term, count: one.list.length })),
rest: wanted.flatMap((one) => one.rest),
};
}
async function sift(index, found) {
if (!found.rest.length) return found;
const has = new Set(common(await Promise.all(found.rest.map((need) => everywhere(index, need, "")))));
return { ...found, rest: [], numbers: found.numbers.filter((number) => has.has(number)) };
}
async function order(index, list, wanted, weights, sort) {
const newest = list.slice().reverse();
if (sort === "newest" || sort === "oldest") {
const days = await index.column("date");
const sign = sort === "newest" ? -1 : 1; // undated ones come last in both
return newest.sort((a, b) => (!days[a] || !days[b] ? !days[a] - !days[b] : sign * (days[a] - days[b])) || sign * (a - b));
}
if (sort === "any" || !wanted.length) return newest;
const score = new Map(); // the title's lists stand in the same shards as the text's: nothing is fetched for them
await Promise.all(wanted.map(async (one, i) => {
const lists = await Promise.all(one.needs.map((need) => everywhere(index, need, TITLE)));
for (const number of [list, ...lists].reduce(intersection)) score.set(number, (score.get(number) || 0) + weights[i]);
}));
const titled = newest.filter((number) => score.has(number)).sort((a, b) => score.get(b) - score.get(a) || b - a);
return [...titled, ...newest.filter((number) => !score.has(number))];
}
async function counts(index, list, name) {
const values = (await index.values())[name] || [];
const column = await index.column(name);
const rows = column.byNumber || (column.byNumber = unroll(column));
const sums = new Array(values.length).fill(0);
for (const number of list) for (const value of rows[number] || []) sums[value]++;
return new Map(values.map(([slug], i) => [slug, sums[i]]));
}
function unroll(column) {
const rows = [];
for (let i = 0; i < column.length; i += column[i] + 1) rows.push(column.slice(i + 1, i + 1 + column[i]));
return rows;
}
function passagesOf(html) {
const article = new DOMParser().parseFromString(html, "text/html").querySelector("main article");
const header = article && article.querySelector("header");
if (!header) return null; // a stone
const all = (where) => [...article.querySelectorAll(where)];
const body = article.querySelector(".text");
const text = body ? [...body.querySelectorAll(UNITS)].filter((unit) => !unit.querySelector(UNITS)).map(lineOf) : [];
for (const { firstChild } of all(CAPTIONS)) text.push((firstChild && firstChild.data) || ""); // the credit stands behind it
for (const one of header.querySelectorAll(".section, .byline bdi")) text.push(lineOf(one));
return {
title: [...header.querySelectorAll(".kicker, h1, .subtitle")].map(lineOf),
text,
headline: lineOf(header.querySelector("h1")),
source: all(".slip dt + dd").map(sourceOf),
districts: [...new Set(all('.links a[href*="/districts/"], .where > a').map(lineOf))],
language: header.closest("[lang]").lang,
};
}
function sourceOf(box) {
const sure = box.querySelector("small");
const word = sure ? lineOf(sure) : "";
return [lineOf(box).slice(0, word ? -word.length : undefined).trim(), word];
}
function lineOf(unit) {
return unit.textContent.replace(/\s+/g, " ").trim();
}
function judge(passages, terms, weights) {
const display = passages.headline;
const wanted = terms.filter((term) => !term.not);
const read = (line) => {
const text = jianbao.fold(line);
let found = wanted.map((term) => places(text, term));
if (found.some((some) => some.length)) {
const { starts, ends } = jianbao.foldWithPlaces(line);
found = found.map((some) => some.map(([from, to]) => [starts[from], ends[to - 1]]));
}
const barred = terms.some((term) => term.not && places(text, term).length);
return { line, found, barred };
};
const title = passages.title.map(read), text = passages.text.map(read);
const all = [...title, ...text];
if (all.some((one) => one.barred) || wanted.some((_, i) => !all.some((one) => one.found[i].length))) return null;
const inTitle = wanted.reduce((sum, _, i) => sum + (title.some((one) => one.found[i].length) ? weights[i] : 0), 0);
const lines = [...text, ...title.filter((one) => one.line !== display)];
const best = lines.map((one, i) => ({ one, i, ...nearest(one.found, weights) })).sort((a, b) => b.value - a.value || a.i - b.i)[0];
const hits = all.reduce((sum, one) => sum + one.found.reduce((n, some) => n + some.length, 0), 0);
const printed = new Set();
for (const one of all) for (const some of one.found) for (const [from, to] of some) printed.add(one.line.slice(from, to));
return {
score: 100 * inTitle + (best ? best.value : 0),
hits,
words: [...printed].slice(0, 8),
display: { line: display, marks: merged(read(display).found) },
snippet: best ? cut(best.one, best.at) : null,
};
}
function nearest(found, weights) {
const all = found.flatMap((some, i) => some.map(([from, to]) => ({ from, to, i }))).sort((a, b) => a.from - b.from);
const there = new Set(all.map((one) => one.i));
const sum = [...there].reduce((total, i) => total + weights[i], 0);
let at = all.length ? all[0].from : 0, width = Infinity;
const last = new Map();
for (const one of all) {
last.set(one.i, one);
if (last.size < there.size) continue;
const from = Math.min(...[...last.values()].map((other) => other.from));
if (one.to - from < width) [at, width] = [from, one.to - from];
}
return { value: there.size ? sum + 1 / (1 + width) : 0, at };
}
function merged(found) {
const all = found.flat().sort((a, b) => a[0] - b[0] || b[1] - a[1]);
let end = -1;
return all.filter(([from, to]) => from >= end && (end = to));
}
function cut({ line, found }, at) {
const script = /[\u3400-\u9fff]/.test(line) ? "han" : "latin";
let from = Math.max(0, at - AROUND[script]);
const stop = line.slice(from, at).search(/[。！？；][^。！？；]*$/);
if (from && stop >= 0) from += stop + 1;
else if (from && script === "latin") from += Math.max(0, line.slice(from, at).indexOf(" ") + 1);
if (from && from <= 6) from = 0;
let to = Math.min(line.length, from + SNIPPET[script]);
if (to < line.length && script === "latin") to = Math.max(at, line.lastIndexOf(" ", to));
const marks = merged(found).filter(([start, end]) => end > from && start < to);
for (const [, end] of marks) to = Math.max(to, Math.min(end, from + 3 * SNIPPET[script]));
if (/[\udc00-\udfff]/.test(line[from] || "")) from--;
if (/[\udc00-\udfff]/.test(line[to] || "")) to++;
const shifted = marks.map(([start, end]) => [Math.max(0, start - from), Math.min(end, to) - from]);
return { line: line.slice(from, to), marks: shifted, before: from > 0, after: to < line.length };
}
Object.assign(jianbao, { find, sift, counts, filtered, passagesOf, judge, dayNumber });
})();
(function () {
"use strict";
const { Index, Unreachable, parse, find, sift, passagesOf, judge, learn, learned, more } = window.jianbao;
const PAGE = 10;
const PATIENCE = 100; // article pages looked at for one page of results, when many candidates turn out not to have it
const FACETS = ["district", "topic", "newspaper", "kind"];
const KEYS = ["q", ...FACETS, "person", "who", "from", "to", "undated", "sort", "page"];
const element = (id) => document.getElementById(id);
const words = JSON.parse(element("words").textContent);
const { root, offline, folding, index: about, texts: textsMark } = words.site;
const index = new Index(root + "search/", offline, about);
const texts = new Map(); // passages by article id
let last = null; // what was found last, so that turning a page asks for nothing twice
let run = 0;
let form, box; // once the page is there
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const number = (n) => n.toLocaleString("en");
function readAddress() {
const told = new URLSearchParams(location.search);
const state = {};
for (const name of KEYS) state[name] = (told.get(name) || "").trim();
state.page = Math.max(1, parseInt(state.page, 10) || 1);
return state;
}
function addressOf(state) {
const told = new URLSearchParams();
for (const name of KEYS) if (state[name] && !(name === "page" && state.page < 2)) told.set(name, state[name]);
return location.pathname + (String(told) ? "?" + told : "");
}
function go(state) {
const address = addressOf(state);
if (address === location.pathname + location.search) return answer("box");
try {
history.pushState(null, "", address);
} catch (error) {
return location.assign(address); // some browsers forbid it from a disk
}
return answer(state.page > 1 ? "results" : "box");
}
function make(tag, attributes, ...inside) {
const made = document.createElement(tag);
for (const [name, value] of Object.entries(attributes || {})) if (value !== "") made.setAttribute(name, value);
made.append(...inside);
return made;
}
function marked({ line, marks, before, after }) {
const parts = [before ? "…" : ""];
let at = 0;
for (const [from, to] of marks) {
parts.push(line.slice(at, from), make("mark", null, line.slice(from, to)));
at = to;
}
return [...parts, line.slice(at), after ? "…" : ""].filter((part) => part !== "");
}
function linkTo(state, text) {
const link = make("a", { href: addressOf(state) }, text);
link.addEventListener("click", (event) => {
if (event.ctrlKey || event.metaKey || event.shiftKey) return;
event.preventDefault();
go(state);
});
return link;
}
function lookFor(state) {
const what = JSON.stringify(KEYS.filter((name) => name !== "page" && name !== "who").map((name) => state[name]));
if (!last || last.what !== what) {
const mine = (last = { what, found: lookAnew(state) });
mine.found.catch(() => last === mine && (last = null)); // so that another try asks again
}
return last.found;
}
async function lookAnew(state) {
let terms = parse(state.q);
if (terms.some((term) => term.not && !term.sure)) await learnAll();
terms = parse(state.q);
let found = await find(index, terms, state, state.sort);
if (found && found.unknown && !learned()) {
await learnAll(); // perhaps a traditional character: the index has the simplified ones
const learnt = parse(state.q);
if (learnt.some((term, i) => term.text !== (terms[i] || {}).text)) found = await find(index, (terms = learnt), state, state.sort);
}
return found && { ...found, terms, confirmed: new Set(), dropped: new Set(), starts: { 1: 0 } };
}
async function siftAll(found) {
const before = found.numbers, { rest, numbers } = await sift(index, found);
if (found.numbers !== before || numbers === before) return; // somebody else was quicker, or nothing was left
const left = new Set(numbers);
const starts = Object.entries(found.starts).map(([page, at]) => [page, before.slice(0, at).filter((one) => left.has(one)).length]);
for (const one of found.dropped) if (!left.has(one)) found.dropped.delete(one);
Object.assign(found, { rest, numbers, starts: Object.fromEntries(starts) });
}
async function learnAll() {
if (!learned()) learn(new TextDecoder().decode(await index.file("folding", folding)));
}
async function passages(number, id) {
if (!texts.has(id)) texts.set(id, offline ? textOffline(number, id) : textOnline(id));
try {
return await texts.get(id);
} catch (error) {
texts.delete(id);
throw error;
}
}
async function textOnline(id) {
try {
return passagesOf(new TextDecoder().decode(await window.jianbao.get(root + "a/" + id + "/", "default")));
} catch (error) {
if (error.status === 404 || error.status === 410) return null;
throw error;
}
}
async function textOffline(number, id) {
const bytes = await index.file("x/" + Math.floor(number / words.site.block), textsMark);
const all = bytes.texts || (bytes.texts = JSON.parse(new TextDecoder().decode(bytes)));
return all[id] || null;
}
async function look(number, id, found) {
const printed = id && (await passages(number, id));
if (!printed) return null;
let said = judge(printed, found.terms, found.weights);
if (!said && !learned()) {
await learnAll();
said = judge(printed, found.terms, found.weights);
}
return said && { ...said, printed, id };
}
async function confirm(found, page, early) {
if (page > 1) await siftAll(found);
const start = found.starts[page] === undefined ? PAGE * (page - 1) : found.starts[page];
const shown = [];
let at = start, looked = 0;
while (shown.length < PAGE && at < found.numbers.length && looked < PATIENCE) {
const some = found.numbers.slice(at, at + PAGE - shown.length);
const ids = await index.ids(some);
const looks = some.map((number) => look(number, ids.get(number), found));
const before = shown.length;
await Promise.all(looks.map(async (_, i) => {
await Promise.all(looks.slice(0, i)); // in order
const one = await looks[i];
(one ? found.confirmed : found.dropped).add(some[i]);
if (one && shown.push(one)) early(one);
}));
looked += some.length;
found.starts[page + 1] = at + some.length;
if (2 * (shown.length - before) < some.length) await siftAll(found); // too many only look like it
at = found.starts[page + 1];
}
found.starts[page + 1] = at;
return shown;
}
function sizeOf(found) {
const looked = found.confirmed.size + found.dropped.size;
const open = [...found.doubtful].filter((number) => !found.confirmed.has(number) && !found.dropped.has(number)).length;
return {
size: found.numbers.length - found.dropped.size - open,
exact: looked === found.numbers.length || (found.sure && !found.doubtful.size),
};
}
const asks = (state) => state.q || activeFilters(state).length > 0;
function activeFilters(state) {
return [...FACETS, "person", "from", "to", "undated"].filter((name) => state[name] && (name !== "undated" || state.undated === "only" || state.from || state.to));
}
async function answer(focus) {
const mine = ++run;
const state = readAddress();
writeForm(state);
const asked = asks(state);
element("entries").hidden = !!asked;
element("answer").hidden = !asked;
document.title = (state.q ? fill(words.titled, { q: state.q }) : words.title) + " · " + words.site.title;
if (!asked) {
say("");
return more("more").then(() => jianbao.showFilters(state)).catch(fail);
}
element("answer").setAttribute("aria-busy", "true");
const slow = setTimeout(() => mine === run && say(words.busy), 400);
try {
const found = await lookFor(state);
if (mine === run) empty();
const steady = found && (state.sort || found.terms.filter((term) => !term.not).length < 2); // the order is known already
const early = (one) => mine === run && steady && element("hits").append(result(one));
const shown = found ? await confirm(found, state.page, early) : [];
if (mine !== run) return;
if (shown.length) showResults(state, found, shown);
else {
await more("more");
if (mine === run) await jianbao.showNothing(state, found);
}
settle(focus);
finish(state, found, mine).catch((error) => error instanceof Unreachable || console.error(error)); // results are there
} catch (error) {
if (mine === run && !(await isOld())) fail(error);
} finally {
clearTimeout(slow);
if (mine === run) element("answer").setAttribute("aria-busy", "false");
}
}
async function finish(state, found, mine) {
await new Promise((painted) => setTimeout(painted));
await more("more");
if (mine === run) await jianbao.showFilters(state);
if ((await isOld()) || !results().length || !found.rest.length) return;
await siftAll(found);
if (mine === run) showCount(state, found);
}
async function isOld() {
try {
if (index.sure || !(await index.renew())) return false;
} catch (error) {
return false; // what stands there stands
}
last = null;
answer("box");
return true;
}
function fail(error) {
if (!(error instanceof Unreachable)) console.error(error);
const why = !(error instanceof Unreachable) ? words.failed.other : navigator.onLine === false ? words.failed.offline : words.failed.host;
empty();
say(why);
const again = make("button", { type: "button" }, words.failed.again);
again.addEventListener("click", () => answer("box"));
element("advice").append(make("p", null, again));
}
function say(text) {
if (element("count").textContent !== text) element("count").textContent = text; // a change is read aloud
}
function empty() {
for (const id of ["hits", "turn", "advice"]) element(id).textContent = "";
}
function showResults(state, found, shown) {
element("hits").start = PAGE * (state.page - 1) + 1;
if (!results().length) element("hits").append(...shown.sort((a, b) => b.score - a.score).map(result));
showCount(state, found);
}
function showCount(state, found) {
const { size, exact } = sizeOf(found);
const said = fill(exact ? words.count[size === 1 ? "one" : "exact"] : words.count.about, { n: number(size) });
const pages = Math.max(Math.ceil(size / PAGE), state.page);
say(pages > 1 ? said + " · " + fill(words.paging.here, { n: state.page, of: number(pages) }) : said);
const back = state.page > 1 ? linkTo({ ...state, page: state.page - 1 }, "‹ " + words.paging.before) : "";
const on = found.starts[state.page + 1] < found.numbers.length ? linkTo({ ...state, page: state.page + 1 }, words.paging.after + " ›") : "";
if (back) back.rel = "prev";
if (on) on.rel = "next";
const turn = element("turn");
turn.hidden = !back && !on;
if (turn.querySelectorAll("a").length === !!back + !!on) return; // it stands there, perhaps with the focus
turn.textContent = "";
turn.append(make("span", null, back), make("span", null, on));
}
function result({ id, printed, display, snippet, hits, words: found }) {
const marks = new URLSearchParams(found.map((word) => ["find", word]));
const address = root + "a/" + id + "/" + (offline ? "index.html" : "") + (String(marks) ? "#" + marks : "");
const source = printed.source.map(([text, sure], i) => (!text ? (i < 2 ? sure : "") : sure ? fill(words.sure, { text, sure }) : text));
const told = [...source, ...printed.districts, hits > 1 ? fill(words.hits, { n: hits }) : ""].filter(Boolean).join(" · ");
const lang = printed.language && printed.language !== document.documentElement.lang ? printed.language : "";
const item = make("li", null, make("a", { href: address, lang }, ...marked(display)));
item.append(" ", make("small", null, told));
if (snippet) item.append(make("p", { class: "snippet", lang }, ...marked(snippet)));
return item;
}
function writeForm(state) {
for (const name of ["q", "from", "to", "undated", "sort"]) form.elements[name].value = state[name];
for (const name of FACETS) {
const select = form.elements[name];
if (state[name] && ![...select.options].some((one) => one.value === state[name])) {
select.append(make("option", { value: state[name] }, state[name]));
}
select.value = state[name];
}
}
function readForm() {
const state = { ...readAddress(), page: 1 };
for (const name of ["q", "from", "to", "undated", "sort", ...FACETS]) state[name] = form.elements[name].value.trim();
return state;
}
const results = () => [...element("hits").querySelectorAll("li > a")];
function settle(focus) {
const opened = focus === "opened" && history.state && history.state.opened;
if (opened && results()[opened - 1]) results()[opened - 1].focus();
else if (focus === "results") {
element("count").focus();
window.scrollTo(0, 0);
}
}
function begin() {
if (document.readyState === "loading" || form) return;
form = element("ask");
box = form.elements.q;
form.addEventListener("submit", (event) => {
event.preventDefault();
go(readForm());
});
window.addEventListener("popstate", () => answer("opened"));
form.hidden = false;
jianbao.page = { FACETS, words, index, form, box, element, fill, number, make, linkTo, go, readAddress, readForm, asks };
Object.assign(jianbao.page, { activeFilters, lookFor, answer, fail, say, empty, results });
answer("opened");
}
if (asks(readAddress())) lookFor(readAddress()).catch(() => {}); // answer() tells of it
document.addEventListener("readystatechange", begin);
begin();
})();

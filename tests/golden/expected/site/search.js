(function () {
"use strict";
const jianbao = (window.jianbao = window.jianbao || {});
const HAN = "\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{323af}";
const SPACES = "\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200b\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";
const IS_HAN = new RegExp("[" + HAN + "]", "u");
const IS_SPACE = new RegExp("[" + SPACES + "]");
const IS_LETTER = /[\p{L}\p{N}]/u;
const CLUSTER = /[\u1100-\u11ff\uac00-\ud7a3]+|[\s\S][\p{M}\uff9e\uff9f]*/gu;
const RUN = new RegExp("[" + HAN + "]+|[^\\P{L}" + HAN + "]", "gu");
const PREFIX = 3;
const unified = new Map();
for (const mark of "“”„‟«»「」『』〝〞〟") unified.set(mark, '"');
for (const mark of "‘’‚‛‹›`") unified.set(mark, "'");
unified.set("ς", "σ");
let complete = false;
function learn(table) {
const [olds, news] = JSON.parse(table).map((row) => [...row]);
olds.forEach((old, i) => unified.set(old, news[i]));
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
return foldWithPlaces(text).text;
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
found.set(token, { token });
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
const LENGTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const FAR = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
8193, 12289, 16385, 24577];
const FAR_BITS = FAR.map((_, i) => (i < 2 ? 0 : (i >> 1) - 1));
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
function code(lengths) {
const counts = new Uint16Array(16);
const starts = new Uint16Array(16);
const symbols = new Uint16Array(lengths.length);
for (const length of lengths) counts[length]++;
counts[0] = 0;
for (let i = 1; i < 16; i++) starts[i] = starts[i - 1] + counts[i - 1];
lengths.forEach((length, symbol) => { if (length) symbols[starts[length]++] = symbol; });
return { counts, symbols };
}
const FIXED = code([...Array(288)].map((_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)));
const FIXED_FAR = code(Array(30).fill(5));
function inflate(file) {
if (file[0] !== 0x1f || file[1] !== 0x8b || file[2] !== 8) throw new Error("not gzip");
let at = 10;
if (file[3] & 4) at += 2 + file[at] + 256 * file[at + 1];
for (const flag of [8, 16]) if (file[3] & flag) while (file[at++]);
if (file[3] & 2) at += 2;
const size = new DataView(file.buffer, file.byteOffset + file.length - 4).getUint32(0, true);
const out = new Uint8Array(size);
let done = 0, held = 0, bits = 0;
function take(n) {
while (bits < n) {
if (at >= file.length) throw new Error("gzip ends too soon");
held |= file[at++] << bits;
bits += 8;
}
const value = held & ((1 << n) - 1);
held >>>= n;
bits -= n;
return value;
}
function symbol({ counts, symbols }) {
let word = 0, first = 0, index = 0;
for (let length = 1; length < 16; length++) {
word |= take(1);
if (word - counts[length] < first) return symbols[index + word - first];
index += counts[length];
first = (first + counts[length]) << 1;
word <<= 1;
}
throw new Error("gzip is damaged");
}
function codes() {
const literals = take(5) + 257, far = take(5) + 1, given = take(4) + 4;
const lengths = new Array(19).fill(0);
for (let i = 0; i < given; i++) lengths[ORDER[i]] = take(3);
const meta = code(lengths), all = [];
while (all.length < literals + far) {
const one = symbol(meta);
if (one < 16) all.push(one);
else {
const repeated = one === 16 ? all[all.length - 1] : 0;
for (let n = one === 16 ? 3 + take(2) : one === 17 ? 3 + take(3) : 11 + take(7); n; n--) all.push(repeated);
}
}
return [code(all.slice(0, literals)), code(all.slice(literals))];
}
function block(literals, far) {
for (let one = symbol(literals); one !== 256; one = symbol(literals)) {
if (one < 256) out[done++] = one;
else {
let length = LENGTHS[one - 257] + take(LENGTH_BITS[one - 257]);
const which = symbol(far), back = FAR[which] + take(FAR_BITS[which]);
for (; length; length--, done++) out[done] = out[done - back];
}
}
}
for (let last = 0; !last; ) {
last = take(1);
const kind = take(2);
if (kind === 0) {
held = bits = 0;
const length = file[at] + 256 * file[at + 1];
out.set(file.subarray(at + 4, at + 4 + length), done);
at += 4 + length;
done += length;
} else if (kind === 1) block(FIXED, FIXED_FAR);
else if (kind === 2) block(...codes());
else throw new Error("gzip is damaged");
}
if (done !== size) throw new Error("gzip is damaged");
return out;
}
async function gunzip(file) {
if (typeof DecompressionStream === "undefined") return inflate(file);
const unpacked = new Blob([file]).stream().pipeThrough(new DecompressionStream("gzip"));
return new Uint8Array(await new Response(unpacked).arrayBuffer());
}
function varints(bytes, from, end) {
const numbers = [];
for (let i = from, value = 0, shift = 0; i < end; i++) {
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
const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
this.bytes = bytes;
this.first = first;
this.places = new Map();
let at = 4 + length;
const header = JSON.parse(decoder.decode(bytes.subarray(4, at)));
for (let i = 0; i < header.length; i += 2) this.places.set(header[i], [at, (at += header[i + 1])]);
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
constructor(root, offline) {
this.root = root;
this.offline = offline;
this.files = new Map();
this.asked = 0;
}
async open() {
if (this.about && Date.now() - this.opened < AN_HOUR) return this.about;
const bytes = this.offline ? await script(this.root + "index.js", "index") : await get(this.root + "index.json", "no-cache");
this.about = JSON.parse(decoder.decode(bytes[0] === 0x1f ? await gunzip(bytes) : bytes));
this.opened = Date.now();
return this.about;
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
async rows(numbers) {
const { block, blocks } = await this.open();
const places = [...new Set(numbers.map((number) => Math.floor(number / block)))];
const rows = new Map();
await Promise.all(places.map(async (place) => {
const bytes = await this.file("d/" + place, Array.isArray(blocks) ? blocks[place] : blocks);
const block = bytes.rows || (bytes.rows = JSON.parse(decoder.decode(bytes)));
for (const row of block) rows.set(row[0], row);
}));
return rows;
}
async column(name) {
const { columns } = await this.open();
const bytes = await this.file("c/" + name, columns[name]);
return bytes.column || (bytes.column = varints(bytes, 0, bytes.length));
}
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
const tag = document.createElement("script");
waiting.set(name, resolve);
tag.src = address;
tag.onload = () => tag.remove();
tag.onerror = () => {
tag.remove();
waiting.delete(name);
reject(new Unreachable(address, 0));
};
document.head.append(tag);
});
}
Object.assign(jianbao, { Unreachable, Index, Shard, crc32, inflate, gunzip, varints, intersection, union, difference, get });
})();
(function () {
"use strict";
const jianbao = (window.jianbao = window.jianbao || {});
const { intersection, union, difference, places, key } = jianbao;
const TITLE = "\u0001", FACET = "\u0002";
const AROUND = { han: 24, latin: 60 }; // characters before the first match of a snippet
const SNIPPET = { han: 66, latin: 170 };
const UNITS = "p, h2, h3, li, td, th, blockquote, pre";
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
const lists = await Promise.all(term.needs.map(async (need) => ({ need, list: await everywhere(index, need, "") })));
lists.sort((a, b) => a.list.length - b.list.length);
const list = lists.map((one) => one.list).reduce(intersection);
return { term, list, unknown: lists.some((one) => !one.list.length) };
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
};
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
const lists = await Promise.all(one.term.needs.map((need) => everywhere(index, need, TITLE)));
for (const number of [list, ...lists].reduce(intersection)) score.set(number, (score.get(number) || 0) + weights[i]);
}));
const titled = newest.filter((number) => score.has(number)).sort((a, b) => score.get(b) - score.get(a) || b - a);
return [...titled, ...newest.filter((number) => !score.has(number))];
}
async function counts(index, list, name) {
const values = (await index.open()).values[name] || [];
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
const page = new DOMParser().parseFromString(html, "text/html");
const article = page.querySelector("main article");
if (!article) return null;
const title = [...article.querySelectorAll(":scope > header .kicker, :scope > header h1, :scope > header .subtitle")].map(lineOf);
const text = [];
const body = article.querySelector(":scope > .text");
if (body) for (const unit of body.querySelectorAll(UNITS)) if (!unit.querySelector(UNITS)) text.push(lineOf(unit));
for (const caption of article.querySelectorAll(":scope > .caption[id]")) text.push(caption.firstChild ? caption.firstChild.data || "" : "");
const headline = article.querySelector(":scope > header h1");
const districts = [...page.querySelectorAll(".where > a")].map(lineOf);
return { title, text, headline: headline ? lineOf(headline) : "", source: sourceOf(article), districts, language: article.lang };
}
function sourceOf(article) {
return [...article.querySelectorAll(":scope > .slip dt + dd")].map((box) => {
const sure = box.querySelector("small");
const word = sure ? lineOf(sure) : "";
return [lineOf(box).slice(0, word ? -word.length : undefined).trim(), word];
});
}
function lineOf(unit) {
return unit.textContent.replace(/\s+/g, " ").trim();
}
function judge(passages, terms, weights) {
const display = passages.headline;
const wanted = terms.filter((term) => !term.not);
const read = (line) => {
const folded = jianbao.foldWithPlaces(line);
const found = wanted.map((term) => places(folded.text, term).map(([from, to]) => [folded.starts[from], folded.ends[to - 1]]));
const barred = terms.some((term) => term.not && places(folded.text, term).length);
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
Object.assign(jianbao, { find, counts, filtered, passagesOf, judge, dayNumber });
})();
(function () {
"use strict";
const { Index, Unreachable, parse, find, counts, passagesOf, judge, learn, learned } = window.jianbao;
const PAGE = 10;
const PATIENCE = 100; // article pages looked at for one page of results, when many candidates turn out not to have it
const FACETS = ["district", "topic", "newspaper", "kind"];
const KEYS = ["q", ...FACETS, "person", "who", "from", "to", "undated", "sort", "page"];
const element = (id) => document.getElementById(id);
const words = JSON.parse(element("words").textContent);
const { root, offline, folding, texts: textsMark } = words.site;
const form = element("ask");
const box = form.elements.q;
const index = new Index(root + "search/", offline);
const texts = new Map(); // passages by article id
let last = null; // what was found last, so that turning a page asks for nothing twice
let run = 0;
const fill = (form, values) => form.replace(/\{(\w+)\}/g, (_, name) => values[name]);
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
async function lookFor(state) {
const what = JSON.stringify(KEYS.filter((name) => name !== "page" && name !== "who").map((name) => state[name]));
if (last && last.what === what) return last;
let terms = parse(state.q);
if (terms.some((term) => term.not && !term.sure)) await learnAll();
terms = parse(state.q);
let found = await find(index, terms, state, state.sort);
if (found && found.unknown && !learned()) {
await learnAll(); // perhaps a traditional character: the index has the simplified ones
const learnt = parse(state.q);
if (learnt.some((term, i) => term.text !== (terms[i] || {}).text)) found = await find(index, (terms = learnt), state, state.sort);
}
last = found && { ...found, what, terms, confirmed: new Set(), dropped: new Set(), starts: { 1: 0 } };
return last;
}
async function learnAll() {
if (!learned()) learn(new TextDecoder().decode(await index.file("folding", folding)));
}
async function passages([place, id]) {
if (!texts.has(id)) texts.set(id, offline ? textOffline(place, id) : textOnline(id));
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
async function textOffline(place, id) {
const bytes = await index.file("x/" + Math.floor(place / words.site.block), textsMark);
const all = bytes.texts || (bytes.texts = JSON.parse(new TextDecoder().decode(bytes)));
return all[id] || null;
}
async function look(row, found) {
const printed = row && (await passages(row));
if (!printed) return null;
let said = judge(printed, found.terms, found.weights);
if (!said && !learned()) {
await learnAll();
said = judge(printed, found.terms, found.weights);
}
return said && { ...said, printed, id: row[1] };
}
async function confirm(found, page, early) {
const start = found.starts[page] === undefined ? PAGE * (page - 1) : found.starts[page];
const shown = [];
let at = start;
while (shown.length < PAGE && at < found.numbers.length && at - start < PATIENCE) {
const some = found.numbers.slice(at, at + PAGE - shown.length);
const rows = await index.rows(some);
const looks = some.map((number) => look(rows.get(number), found));
await Promise.all(looks.map(async (_, i) => {
await Promise.all(looks.slice(0, i)); // in order
const one = await looks[i];
(one ? found.confirmed : found.dropped).add(some[i]);
if (one && shown.push(one)) early(one);
}));
at += some.length;
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
async function answer(focus) {
const mine = ++run;
const state = readAddress();
writeForm(state);
const asked = state.q || FACETS.some((name) => state[name]) || state.person || state.from || state.to || state.undated === "only";
element("entries").hidden = !!asked;
element("answer").hidden = !asked;
document.title = (state.q ? fill(words.titled, { q: state.q }) : words.title) + " · " + words.site.title;
if (!asked) return say("");
element("answer").setAttribute("aria-busy", "true");
const slow = setTimeout(() => mine === run && say(words.busy), 400);
try {
const found = await lookFor(state);
if (mine === run) empty();
const steady = found && (state.sort || found.terms.filter((term) => !term.not).length < 2); // the order is known already
const early = (one) => mine === run && steady && element("hits").append(result(one));
const shown = found ? await confirm(found, state.page, early) : [];
if (mine !== run) return;
showChips(state);
if (!found) showNothing(state, words.nothing_asked, []);
else if (!shown.length) showNothing(state, words.none, found.parts);
else showResults(state, found, shown);
if (element("filters").open) showFacets(state).catch(fail);
settle(focus);
} catch (error) {
if (mine !== run) return;
fail(error);
} finally {
clearTimeout(slow);
if (mine === run) element("answer").setAttribute("aria-busy", "false");
}
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
element("count").textContent = text;
}
function empty() {
for (const id of ["hits", "turn", "advice"]) element(id).textContent = "";
}
function showResults(state, found, shown) {
const { size, exact } = sizeOf(found);
const said = fill(exact ? words.count[size === 1 ? "one" : "exact"] : words.count.about, { n: number(size) });
const pages = Math.max(Math.ceil(size / PAGE), state.page);
say(pages > 1 ? said + " · " + fill(words.paging.here, { n: state.page, of: number(pages) }) : said);
element("hits").start = PAGE * (state.page - 1) + 1;
if (!results().length) element("hits").append(...shown.sort((a, b) => b.score - a.score).map(result));
const back = state.page > 1 ? linkTo({ ...state, page: state.page - 1 }, "‹ " + words.paging.before) : "";
const on = found.starts[state.page + 1] < found.numbers.length ? linkTo({ ...state, page: state.page + 1 }, words.paging.after + " ›") : "";
if (back) back.rel = "prev";
if (on) on.rel = "next";
if (back || on) element("turn").append(make("span", null, back), make("span", null, on));
element("turn").hidden = !back && !on;
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
function showNothing(state, said, parts) {
empty();
element("turn").hidden = true;
say(said);
const advice = [];
const whole = { ...state, page: 1 };
for (const { term, count } of parts) {
if (!count) advice.push([fill(words.advice.unknown, { q: term.text })]);
else if (parts.length > 1) advice.push([linkTo({ ...whole, q: term.text }, fill(words.advice.only, { q: term.text, n: number(count) }))]);
}
for (const name of activeFilters(state)) advice.push([linkTo(without(whole, name), fill(words.advice.without, { what: nameOf(name, state) }))]);
const bare = state.q.replace(/["＂“”„「」『』«»]/g, " ").replace(/\s+/g, " ").trim();
if (bare && bare !== state.q) advice.push([linkTo({ ...whole, q: bare }, fill(words.advice.loose, { q: bare }))]);
const shorter = shortened(bare);
if (shorter && parts.length === 1) advice.push([linkTo({ ...whole, q: shorter }, fill(words.advice.shorter, { q: shorter }))]);
advice.push([words.advice.spelling]);
element("advice").append(make("ul", null, ...advice.map((one) => make("li", null, ...one))));
}
function shortened(term) {
const characters = [...term];
if (/^[\u3400-\u9fff]{4,}$/u.test(term)) {
const half = Math.ceil(characters.length / 2);
return characters.slice(0, half).join("") + " " + characters.slice(half).join("");
}
return /^[a-z]{5,}$/i.test(term) ? characters.slice(0, -Math.ceil(characters.length / 4)).join("") : "";
}
function activeFilters(state) {
return [...FACETS, "person", "from", "to", "undated"].filter((name) => state[name] && (name !== "undated" || state.undated === "only" || state.from || state.to));
}
function without(state, name) {
return { ...state, [name]: "", ...(name === "person" ? { who: "" } : {}), page: 1 };
}
function valueOf(name, slug) {
const row = ((index.about && index.about.values[name]) || []).find((one) => one[0] === slug);
return name === "kind" ? words.kinds[slug] || slug : row ? row[1] : slug;
}
function nameOf(name, state) {
const value = name === "person" ? state.who || state.person : name === "undated" ? words.undated[state.undated] || "" : valueOf(name, state[name]);
return fill(words.filter, { name: words.filters[name], value });
}
function showChips(state) {
const chips = activeFilters(state).map((name) => {
const link = linkTo(without(state, name), nameOf(name, state) + " ×");
link.setAttribute("aria-label", fill(words.advice.without, { what: nameOf(name, state) }));
return make("li", null, link);
});
const list = element("chips");
list.textContent = "";
list.append(...chips);
list.hidden = !chips.length;
}
async function showFacets(state) {
await index.open();
await Promise.all(FACETS.map(async (name) => {
const terms = last ? last.terms : [];
const found = state[name] || !last ? await find(index, terms, { ...state, [name]: "" }, "any") : last;
const every = found && (await counts(index, found.numbers, name));
setChoices(form.elements[name], name, state[name], every);
}));
}
function setChoices(select, name, chosen, every) {
const values = (index.about ? index.about.values[name] || [] : []).map(([slug, , count]) => [slug, every ? every.get(slug) : count]);
const shown = values.filter(([slug, count]) => count || slug === chosen).sort((a, b) => b[1] - a[1]);
if (chosen && !shown.some(([slug]) => slug === chosen)) shown.push([chosen, 0]);
select.length = 1; // the first one, all
for (const [slug, count] of shown) select.append(make("option", { value: slug }, valueOf(name, slug) + " (" + number(count || 0) + ")"));
select.value = chosen;
}
function writeForm(state) {
for (const name of ["q", "from", "to", "undated", "sort"]) form.elements[name].value = state[name];
for (const name of FACETS) {
if (state[name] && ![...form.elements[name].options].some((one) => one.value === state[name])) {
form.elements[name].append(make("option", { value: state[name] }, valueOf(name, state[name])));
}
form.elements[name].value = state[name];
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
function move(by) {
const all = results();
const at = all.indexOf(document.activeElement);
if (at + by < 0) box.focus();
else if (all.length) all[Math.min(all.length - 1, at + by)].focus();
}
document.addEventListener("keydown", (event) => {
if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
const typing = event.target.closest("input, select, textarea, summary, button");
const inResults = element("hits").contains(event.target);
const letters = !typing && keysOn();
let by = 0;
if (event.key === "ArrowDown" && (inResults || event.target === box)) by = 1;
else if (event.key === "ArrowUp" && inResults) by = -1;
else if (letters && (event.key === "j" || event.key === "k")) by = event.key === "j" ? 1 : -1;
if (by) {
event.preventDefault();
move(by);
} else if (event.key === "Escape") {
if (inResults) box.focus();
else if (event.target === box) box.blur();
}
});
function keysOn() {
try {
return localStorage.getItem("jianbao-keys") !== "off";
} catch (error) {
return true;
}
}
const keys = element("keys");
keys.checked = keysOn();
keys.addEventListener("change", () => {
try {
localStorage.setItem("jianbao-keys", keys.checked ? "on" : "off");
} catch (error) { /* nowhere to keep it */ }
});
element("hits").addEventListener("click", (event) => {
const at = results().indexOf(event.target.closest("a"));
if (at < 0) return;
try {
history.replaceState({ opened: at + 1 }, "");
} catch (error) { /* coming back begins at the top then */ }
});
form.addEventListener("submit", (event) => {
event.preventDefault();
go(readForm());
});
form.addEventListener("change", (event) => {
if (event.target !== box && event.target !== keys && form.reportValidity()) go(readForm());
});
element("filters").addEventListener("toggle", () => {
if (element("filters").open) showFacets(readAddress()).catch(fail);
});
window.addEventListener("popstate", () => answer("opened"));
form.hidden = false;
answer("opened");
})();

(function () {
"use strict";
const box = document.querySelector("input[name=q]");
const story = document.querySelector("main.story article");
const UNITS = "h1, h2, p, li, td, th, blockquote, pre, figcaption";
let marks = [];
let at = -1;
function free(event) {
let off = null;
try { off = localStorage.getItem("jianbao-keys"); } catch (error) { /* storage may be forbidden: keys stay on */ }
const typing = event.target.closest && event.target.closest("input, select, textarea, [contenteditable]");
return off !== "off" && !typing && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey;
}
function characters(unit) {
const walker = document.createTreeWalker(unit, NodeFilter.SHOW_TEXT);
const places = [];
let text = "";
while (walker.nextNode()) {
const node = walker.currentNode;
if (node.parentElement.closest(UNITS) !== unit) continue;
for (let i = 0; i < node.data.length; i++) {
if (/\s/.test(node.data[i])) continue;
const low = node.data[i].toLowerCase();
text += low.length === 1 ? low : node.data[i];
places.push([node, i]);
}
}
return { text, places };
}
function ranges(unit, words) {
const { text, places } = characters(unit);
const found = [];
for (const word of words) {
for (let i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + word.length)) found.push([i, i + word.length]);
}
found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
let end = 0;
return found.filter(([from, to]) => from >= end && (end = to)).map(([from, to]) => places.slice(from, to));
}
function wrap(match) {
const nodes = [...new Set(match.map(([node]) => node))];
return nodes.map((node) => {
const inside = match.filter(([one]) => one === node).map(([, i]) => i);
const range = document.createRange();
range.setStart(node, inside[0]);
range.setEnd(node, inside[inside.length - 1] + 1);
const mark = document.createElement("mark");
mark.className = "found";
range.surroundContents(mark);
return mark;
});
}
function show(words) {
marks.forEach((group) => group.forEach((mark) => {
const parent = mark.parentNode;
mark.replaceWith(...mark.childNodes);
parent.normalize();
}));
marks = [];
at = -1;
const units = [...story.querySelectorAll(UNITS)].filter((unit) => !unit.closest(".slip, .byline, .jump, .none, .links, .foot"));
for (const unit of units) marks.push(...ranges(unit, words).reverse().map(wrap).reverse());
step(1);
}
function step(by) {
if (!marks.length) return;
if (at >= 0) marks[at].forEach((mark) => mark.classList.remove("here"));
at = (at + by + marks.length) % marks.length;
marks[at].forEach((mark) => mark.classList.add("here"));
marks[at][0].tabIndex = -1;
marks[at][0].focus({ preventScroll: true });
marks[at][0].scrollIntoView({ block: "center" });
}
function read() {
if (!story || !location.hash.startsWith("#find=")) return;
const words = new URLSearchParams(location.hash.slice(1)).getAll("find");
show(words.map((word) => word.replace(/\s/g, "").toLowerCase()).filter(Boolean));
}
document.addEventListener("keydown", (event) => {
if (!free(event)) return;
if (event.key === "/" && box) {
event.preventDefault();
box.focus();
box.select();
} else if (event.key === "n" || event.key === "N") step(event.key === "n" ? 1 : -1);
});
window.addEventListener("hashchange", read);
read();
})();
(function () {
"use strict";
const cite = document.getElementById("cite");
if (!cite) return;
const all = (name) => [...document.querySelectorAll(`meta[name="${name}"]`)].map((meta) => meta.content);
const one = (name) => all(name)[0] || "";
const canonical = document.querySelector("link[rel=canonical]");
const url = canonical ? canonical.href : location.href.split("#")[0];
const id = url.split("/").filter(Boolean).slice(-2).join("-").replace(/[^0-9A-Za-z-]/g, "");
const date = one("citation_publication_date");
const pages = [one("citation_firstpage"), one("citation_lastpage")].filter(Boolean);
function bibtex() {
const safe = (text) => text.replace(/[\\{}]/g, "").replace(/[#$%&_]/g, "\\$&");
const fields = {
author: all("citation_author").map((name) => `{${safe(name)}}`).join(" and "),
title: `{${safe(one("citation_title"))}}`,
journal: safe(one("citation_journal_title")),
date: date.replace(/\//g, "-"),
year: date.slice(0, 4),
pages: pages.map(safe).join(", "),
url,
langid: one("citation_language").startsWith("en") ? "english" : "chinese",
entrysubtype: "newspaper",
};
const lines = Object.entries(fields).filter(([, text]) => text).map(([name, text]) => `  ${name} = {${text}},\n`);
return `@article{${id},\n${lines.join("")}}\n`;
}
function ris() {
const lines = [
["TY", "NEWS"], ["TI", one("citation_title")], ...all("citation_author").map((name) => ["AU", name]),
["T2", one("citation_journal_title")], ["PY", date.slice(0, 4)], ["DA", date && `${date}///`.split("/", 4).join("/")],
["SP", pages[0]], ["EP", pages[1]], ["LA", one("citation_language")], ["UR", url],
];
return lines.filter(([, text]) => text).map(([tag, text]) => `${tag}  - ${text}\r\n`).join("") + "ER  - \r\n";
}
function csl() {
const item = {
id, type: "article-newspaper", title: one("citation_title"),
author: all("citation_author").map((name) => ({ literal: name })),
"container-title": one("citation_journal_title") || undefined,
issued: date ? { "date-parts": [date.split("/").map(Number)] } : undefined,
page: pages.join(", ") || undefined, language: one("citation_language"), URL: url,
};
return JSON.stringify([item], null, 1) + "\n";
}
function offer(name, ending, make) {
const button = document.createElement("button");
button.type = "button";
button.textContent = name;
button.addEventListener("click", () => {
const link = document.createElement("a");
link.href = URL.createObjectURL(new Blob([make()], { type: "text/plain;charset=utf-8" }));
link.download = `${id}.${ending}`;
link.click();
setTimeout(() => URL.revokeObjectURL(link.href), 10000);
});
return button;
}
const files = document.createElement("span");
files.append(offer("BibTeX", "bib", bibtex), offer("RIS", "ris", ris), offer("CSL-JSON", "json", csl));
cite.querySelector("dt").append(files); // beside words that stand there already: nothing on the page moves
})();

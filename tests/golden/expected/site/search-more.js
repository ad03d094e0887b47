(function () {
"use strict";
const jianbao = window.jianbao;
const { find, sift, counts } = jianbao;
const { FACETS, words, index, form, box, element, fill, number, make, linkTo, go, readAddress, readForm } = jianbao.page;
const { asks, activeFilters, lookFor, fail } = jianbao.page;
let values = {}; // of each facet [slug, name, count]
function without(state, name) {
return { ...state, [name]: "", ...(name === "person" ? { who: "" } : {}), page: 1 };
}
function valueOf(name, slug) {
const row = (values[name] || []).find((one) => one[0] === slug);
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
async function showFilters(state) {
if (activeFilters(state).length) {
values = await index.values();
for (const name of FACETS) {
const chosen = [...form.elements[name].options].find((one) => one.value && one.value === state[name]);
if (chosen && chosen.text === chosen.value) chosen.text = valueOf(name, state[name]);
}
}
showChips(state);
if (element("filters").open) await showFacets(state);
}
async function showFacets(state) {
values = await index.values();
const first = asks(state) ? await lookFor(state) : null;
const all = first && (await sift(index, first));
await Promise.all(FACETS.map(async (name) => {
const found = all && state[name] ? await anyway(all.terms, without(state, name)) : all;
setChoices(form.elements[name], name, state[name], found && (await counts(index, found.numbers, name)));
}));
}
async function anyway(terms, state) {
const found = await find(index, terms, state, "any");
return found && sift(index, found);
}
function setChoices(select, name, chosen, every) {
const all = (values[name] || []).map(([slug, , count]) => [slug, every ? every.get(slug) : count]);
const shown = all.filter(([slug, count]) => count || slug === chosen).sort((a, b) => b[1] - a[1]);
if (chosen && !shown.some(([slug]) => slug === chosen)) shown.push([chosen, 0]);
select.length = 1; // the first one, all
for (const [slug, count] of shown) select.append(make("option", { value: slug }, valueOf(name, slug) + " (" + number(count || 0) + ")"));
select.value = chosen;
}
form.addEventListener("change", (event) => {
if (event.target !== box && event.target.id !== "keys" && form.reportValidity()) go(readForm());
});
element("filters").addEventListener("toggle", () => {
if (element("filters").open) showFacets(readAddress()).catch(fail);
});
Object.assign(jianbao, { without, nameOf, showFilters });
})();
(function () {
"use strict";
const jianbao = window.jianbao;
const { words, element, fill, number, make, linkTo, activeFilters, say, empty } = jianbao.page;
async function showNothing(state, found) {
await jianbao.showFilters(state); // their names are told
const parts = found ? found.parts : [];
empty();
element("turn").hidden = true;
say(found ? words.none : words.nothing_asked);
const advice = [];
const whole = { ...state, page: 1 };
for (const { term, count } of parts) {
if (!count) advice.push([fill(words.advice.unknown, { q: term.text })]);
else if (parts.length > 1) advice.push([linkTo({ ...whole, q: term.text }, fill(words.advice.only, { q: term.text, n: number(count) }))]);
}
for (const name of activeFilters(state)) advice.push([linkTo(jianbao.without(whole, name), fill(words.advice.without, { what: jianbao.nameOf(name, state) }))]);
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
Object.assign(jianbao, { showNothing });
})();
(function () {
"use strict";
const { box, element, results } = window.jianbao.page;
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
})();

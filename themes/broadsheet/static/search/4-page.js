/* The page of the search: the address says what is asked for, and this shows what is found. */
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

  /* ------------------------------------------------------------ the address */
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

  /* ------------------------------------------------------------ small makers */
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

  /* ------------------------------------------------------------ finding */
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

  /** The passages of an article as its page shows them; null where the page is gone. */
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

  /** The results of one page, each confirmed by its own text; those that fail give way to the next. `early` is told
      of each in its order as soon as it is confirmed. */
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

  /* ------------------------------------------------------------ showing */
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

  /** A long term with less in it: Chinese in two halves, a word without its end. */
  function shortened(term) {
    const characters = [...term];
    if (/^[\u3400-\u9fff]{4,}$/u.test(term)) {
      const half = Math.ceil(characters.length / 2);
      return characters.slice(0, half).join("") + " " + characters.slice(half).join("");
    }
    return /^[a-z]{5,}$/i.test(term) ? characters.slice(0, -Math.ceil(characters.length / 4)).join("") : "";
  }

  /* ------------------------------------------------------------ filters */
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

  /** The choices of the filters with the counts of what is found: each as if it were not chosen itself. */
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

  /* ------------------------------------------------------------ keyboard and focus */
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

/* The page of the search: the address says what is asked for, and this shows what is found. It begins before the page is
   whole; what is not needed for the first results (filters, advice, keys) comes later: search-more. */
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
  /** What is found for a state of the page, whatever page of it is shown; asked for once. */
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

  /** Take out what the tokens left to the last say is none; what was looked at keeps its place. */
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

  /** The passages of an article as its page shows them; null where the page is gone. */
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

  /** The results of one page, each confirmed by its own text; those that fail give way to the next. `early` is told
      of each in its order as soon as it is confirmed. */
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

  /* ------------------------------------------------------------ showing */
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

  /** What can wait until the first results stand there: the rest of the scripts, a truer count, whether the page is old. */
  async function finish(state, found, mine) {
    await new Promise((painted) => setTimeout(painted));
    await more("more");
    if (mine === run) await jianbao.showFilters(state);
    if ((await isOld()) || !results().length || !found.rest.length) return;
    await siftAll(found);
    if (mine === run) showCount(state, found);
  }

  /** Whether the page was printed before the index that the host has; then all is asked again. */
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

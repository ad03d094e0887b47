/* From a query to results: candidates by the index, and what the article pages themselves say of them. */
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

  /* ------------------------------------------------------------ candidates */
  async function listOf(index, segment, need, field) {
    const name = need.token || need.prefix;
    const shard = await index.shard(segment, key(name));
    return need.token ? shard.find(field + name) : shard.starting(field + name);
  }

  /** All segments' lists of one token, one behind the other: ascending numbers. */
  async function everywhere(index, need, field) {
    const { segments } = await index.open();
    const lists = await Promise.all(segments.map((one) => listOf(index, one, need, field)));
    return [].concat(...lists);
  }

  /** Which documents have the tokens of a term. Those it could do without are fetched only where many documents seem to
      have the others by chance, here and there; else they are left in `rest`. */
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

  /** About how many of `both` documents have all tokens because they stand together in a phrase: without those, the others
      would have all of them only as often as tokens that have nothing to do with each other. */
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

  /** Days since 1800-01-01, + 1, of the first day a told date allows ("2022", "2022-09", "2022-09-22"); of the last with `last`. */
  function dayNumber(told, last) {
    const [year, month, day] = told.split("-").map(Number);
    const end = last && (!month ? Date.UTC(year + 1, 0, 0) : !day ? Date.UTC(year, month, 0) : 0);
    const time = end || Date.UTC(year, (month || 1) - 1, day || 1);
    return Math.round((time - Date.UTC(1800, 0, 1)) / 86400000) + 1;
  }

  /** Which of `list` the filters leave: {district, topic, newspaper, kind, person: slug, from, to: date, undated: "", "with", "only"}. */
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

  /** What a query finds: numbers in the order asked for, those that are candidates only because a -term needs a look last;
      `sure` when all of them are known to have it without a look at their text; `rest` are tokens that were not asked for
      yet (sift). Null: there is nothing to look for. */
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

  /** What is found without those that lack one of the tokens left to the last, in the same order. */
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

  /** How many of `list` have each value of a facet: Map from slug. */
  async function counts(index, list, name) {
    const values = (await index.values())[name] || [];
    const column = await index.column(name);
    const rows = column.byNumber || (column.byNumber = unroll(column));
    const sums = new Array(values.length).fill(0);
    for (const number of list) for (const value of rows[number] || []) sums[value]++;
    return new Map(values.map(([slug], i) => [slug, sums[i]]));
  }

  /** A column of lists: for each document how many values there are, and the values (places in the index's `values`). */
  function unroll(column) {
    const rows = [];
    for (let i = 0; i < column.length; i += column[i] + 1) rows.push(column.slice(i + 1, i + 1 + column[i]));
    return rows;
  }

  /* ------------------------------------------------------------ the text of an article */
  /** What an article page says: {title: […], text: […]}, its passages as printed, and for the list of results
      {headline, source: [[text, how sure], …], districts: […], language}. What it goes by: docs/search-index.md. */
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

  /** What is told of paper, day or page, and the word for how sure it is; for an unknown one that word alone. */
  function sourceOf(box) {
    const sure = box.querySelector("small");
    const word = sure ? lineOf(sure) : "";
    return [lineOf(box).slice(0, word ? -word.length : undefined).trim(), word];
  }

  function lineOf(unit) {
    return unit.textContent.replace(/\s+/g, " ").trim();
  }

  /** What the passages say of the terms: null when they do not have one, or have one that must not be there. */
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

  /** The closest stand of as many terms as a passage has: the sum of their weights, more the nearer they stand. */
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

  /** About sixty characters of a passage around `at`, cut at a stop where one is near: {line, marks, before, after}. */
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

/* Words as the index has them: folding (the same as jianbao/text/folding.py; tests/text/folding_cases.json holds both to
   it), the tokens of a text, the terms of a query, and where a term stands in a text. */
(function () {
  "use strict";
  const jianbao = (window.jianbao = window.jianbao || {});
  const HAN = "\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{323af}";
  const SPACES = "\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200b\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";
  const IS_HAN = new RegExp("[" + HAN + "]", "u");
  const IS_SPACE = new RegExp("[" + SPACES + "]");
  const SPACE_RUN = new RegExp("[" + SPACES + "]+", "g");
  const IS_LETTER = /[\p{L}\p{N}]/u;
  /* What one normal form may join: a character with its marks, half-width kana with their voice marks, Hangul letters. */
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

  /** Learn the traditional characters: the JSON array of two strings that folding_table() gives. */
  function learn(table) {
    const [olds, news] = JSON.parse(table).map((row) => [...row]);
    olds.forEach((old, i) => unified.set(old, news[i]));
    odd = oddOnes();
    complete = true;
  }

  /** The folded form of a passage, and for each UTF-16 unit of it where what it stands for begins and ends in `text`. */
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

  /** The folded form alone: a passage in which nothing is found needs no places, and has it ten times sooner. */
  function fold(text) {
    const low = text.normalize("NFKC").toLowerCase().normalize("NFKC").replace(odd, (one) => unified.get(one));
    if (!IS_SPACE.test(low)) return low;
    return low.replace(SPACE_RUN, (run, at) => {
      const left = [...low.slice(Math.max(0, at - 2), at)].pop();
      const right = [...low.slice(at + run.length, at + run.length + 2)][0];
      return keepsSpace(left, right) ? " " : "";
    });
  }

  /** Runs of a folded text: {han: true, text} or {han: false, text} for a word of letters and digits. */
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

  /** The tokens that every text with this folded term has; {token} or, for the beginning of a word, {prefix}. Of the pairs
      of Chinese characters as few as cover the term; the others are `spare`: they part what stands near from what is one. */
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

  /** The terms of a query: parted by spaces, "phrases" in quotation marks of any kind, -terms that must not stand there.
      `text` is folded; `begins` says that its last word may go on; `sure` that a document which has its tokens has it. */
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

  /** Whether the place before or behind a match parts words there, so that “rt” is not found in “art”. */
  function within(character, beside) {
    return IS_LETTER.test(character) && !IS_HAN.test(character) && IS_LETTER.test(beside) && !IS_HAN.test(beside);
  }

  /** Where a term stands in a folded text: pairs of places. */
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

  /** A key's place among the shards: words by their first three characters, so that all words of a prefix stand together. */
  function key(token) {
    const characters = [...token];
    return IS_HAN.test(characters[0]) || token[0] < " " ? token : characters.slice(0, PREFIX).join("");
  }

  Object.assign(jianbao, { fold, foldWithPlaces, learn, learned: () => complete, tokens, parse, places, key });
})();

/* What may help when nothing is found. */
(function () {
  "use strict";
  const jianbao = window.jianbao;
  const { words, element, fill, number, make, linkTo, activeFilters, say, empty } = jianbao.page;

  /** Nothing was asked for (`found` is null), or nothing is there: which word is unknown, and what may help. */
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

  /** A long term with less in it: Chinese in two halves, a word without its end. */
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

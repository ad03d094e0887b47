/* Filters: what each would leave, and those that are chosen, each with a way to take it back. */
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

  /** Show the filters that are chosen by their names, and, where all are open, their choices. */
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

  /** The choices of the filters with the counts of what is found: each as if it were not chosen itself. */
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

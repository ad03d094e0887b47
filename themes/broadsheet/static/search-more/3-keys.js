/* The keyboard: arrows and j, k move in the results, Esc goes back; a result that is opened is remembered. */
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

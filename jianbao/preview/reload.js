// Keeps an open page of the preview up to date. Served by the preview only; it is never part of a site.
(() => {
  "use strict";
  let build = Number(document.currentScript.dataset.build);
  let source = null;

  function listen() {
    source = new EventSource("/__events");
    source.addEventListener("state", (event) => hear(JSON.parse(event.data)));
  }

  function hear(state) {
    show(state.fault);
    if (state.build === build) return;
    if (state.styles && state.build === build + 1) {
      build = state.build;
      swapStyles();
    } else {
      location.reload();
    }
  }

  // The names of style sheets carry a digest: the page as it is now says what they are called.
  async function swapStyles() {
    const answer = await fetch(location.href, { cache: "no-store" });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const old = [...document.querySelectorAll('link[rel="stylesheet"]')];
    const links = [...fresh.querySelectorAll('link[rel="stylesheet"]')];
    links.forEach((link, place) => {
      const sheet = document.createElement("link");
      for (const attribute of link.attributes) sheet.setAttribute(attribute.name, attribute.value);
      const address = new URL(link.getAttribute("href"), location.href);
      address.searchParams.set("build", build);
      sheet.href = address.href;
      const before = old[place];
      if (before) {
        sheet.addEventListener("load", () => before.remove());
        before.after(sheet);
      } else {
        document.head.append(sheet);
      }
    });
    old.slice(links.length).forEach((sheet) => sheet.remove());
  }

  // Styles are set one by one: the page's security policy allows no style attribute and no inline sheet.
  function dress(element, style) {
    for (const [name, value] of Object.entries(style)) element.style[name] = value;
    return element;
  }

  function show(fault) {
    document.getElementById("jianbao-fault")?.remove();
    if (!fault) return;
    const box = dress(document.createElement("section"), {
      position: "fixed", inset: "auto 0 0 0", maxHeight: "60vh", overflow: "auto", zIndex: "2147483647",
      padding: "1rem 1.5rem", background: "#2b1210", color: "#fff", borderTop: "4px solid #e5533d",
      font: "15px/1.6 system-ui, sans-serif",
    });
    box.id = "jianbao-fault";
    box.setAttribute("role", "alert");
    const head = document.createElement("strong");
    head.textContent = "有内容没能处理，其余照旧 / Something could not be processed; the rest stands";
    const text = dress(document.createElement("pre"), {
      whiteSpace: "pre-wrap", overflowWrap: "anywhere", font: "14px/1.6 ui-monospace, monospace", margin: "0.6rem 0",
    });
    text.textContent = fault;
    const close = dress(document.createElement("button"), { font: "inherit", padding: "0.2rem 0.9rem" });
    close.textContent = "关闭 / Close";
    close.addEventListener("click", () => box.remove());
    box.append(head, text, close);
    document.body.append(box);
  }

  // A browser holds six connections to a host: a tab in the background gives its own back.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) source?.close();
    else listen();
  });
  addEventListener("pagehide", () => source?.close());
  if (!document.hidden) listen();
})();

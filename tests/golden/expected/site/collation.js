(function () {
"use strict";
const pairs = document.querySelector(".pairs");
if (!pairs) return;
function companions(element) {
const pair = element.closest(".pair");
if (!pair) return [];
const told = element.closest("[data-t]");
const reading = element.closest(".read > [id]");
const part = told ? told.dataset.t : reading ? reading.id.slice(1) : "";
const runs = part ? [...pair.querySelectorAll('[data-t="' + part + '"]')] : [];
if (runs.length) return [...runs, document.getElementById("t" + part)].filter(Boolean);
return element.closest(".raw li, .read > [id]") ? [...pair.querySelectorAll(".raw li, .read > [id^=t]")] : [];
}
function mark(elements, name) {
pairs.querySelectorAll("." + name).forEach((one) => one.classList.remove(name));
elements.forEach((one) => one.classList.add(name));
}
function keep(elements) {
mark(elements, "kept");
[".read > .kept", ".raw .kept"].forEach((side) => {
const one = pairs.querySelector(side);
const box = one && one.getBoundingClientRect();
if (box && box.height && (box.bottom < 0 || box.top > innerHeight)) one.scrollIntoView({ block: "nearest" });
});
}
function arrive() {
const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
const pair = target && target.closest(".pair");
if (!pair) return;
const all = document.getElementById("show-all");
if (all && !pair.getClientRects().length) all.checked = true;
const more = pair.querySelector("details");
if (more && target.matches(".raw li") && matchMedia("(max-width: 47.99rem)").matches) more.open = true;
target.scrollIntoView({ block: "nearest" });
keep(companions(target));
}
for (const moved of ["pointerover", "focusin"]) {
pairs.addEventListener(moved, (event) => mark(companions(event.target), "lit"));
}
pairs.addEventListener("pointerleave", () => mark([], "lit"));
pairs.addEventListener("click", (event) => {
if (!event.target.closest("a, summary")) keep(companions(event.target));
});
document.addEventListener("keydown", (event) => {
if (event.key === "Escape") keep([]);
});
addEventListener("hashchange", arrive);
arrive();
})();

"use strict";
(() => {
  const root = document.documentElement;
  const themes = ["auto", "light", "dark"];
  const stored = () => { try { return localStorage.getItem("doichieu-theme"); } catch { return null; } };
  const keep = (theme) => { try { localStorage.setItem("doichieu-theme", theme); } catch { /* a page from disk may have no store */ } };
  let theme = themes.includes(stored()) ? stored() : "auto";
  const paint = () => { root.dataset.theme = theme; };
  paint();

  // What a link points to may lie in a fold: open every fold around it.
  const reveal = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (!target) return;
    let moved = false;
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      moved = moved || !fold.open;
      fold.open = true;
    }
    if (moved) target.scrollIntoView();
  };

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("theme");
    const label = () => { button.textContent = button.dataset[theme]; };
    button.hidden = false;
    label();
    button.addEventListener("click", () => {
      theme = themes[(themes.indexOf(theme) + 1) % themes.length];
      paint(); label(); keep(theme);
    });
    reveal();
  });
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("details.body, details.story")) fold.open = true;
  });
})();

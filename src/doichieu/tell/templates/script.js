"use strict";
(() => {
  const root = document.documentElement;
  const $ = (id) => document.getElementById(id);
  const all = (query, within = document) => [...within.querySelectorAll(query)];
  const say = (template, ...values) => template.replace(/\{(\d)\}/g, (_, n) => values[n]);

  // Colours
  const themes = ["auto", "light", "dark"];
  const stored = () => { try { return localStorage.getItem("doichieu-theme"); } catch { return null; } };
  const keep = (theme) => { try { localStorage.setItem("doichieu-theme", theme); } catch { /* a page from disk may have no store */ } };
  let theme = themes.includes(stored()) ? stored() : "auto";
  const paint = () => { root.dataset.theme = theme; };
  paint();
  const colours = () => {
    const button = $("theme");
    const label = () => { button.textContent = button.dataset[theme]; };
    button.hidden = false;
    label();
    button.addEventListener("click", () => {
      theme = themes[(themes.indexOf(theme) + 1) % themes.length];
      paint(); label(); keep(theme);
    });
  };

  // The address: #place?o=…&a=…&d=…&x&1&q=…&l=… holds where the reader is, what is filtered, found, and shown.
  const address = () => {
    const [place, query] = location.hash.slice(1).split("?");
    let id = place;
    try { id = decodeURIComponent(place); } catch { /* as it is */ }
    return { id, query };
  };
  const unfold = (node) => {
    let moved = false;
    for (let fold = node.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      moved = moved || !fold.open;
      fold.open = true;
    }
    return moved;
  };
  const reveal = () => {
    const { id } = address();
    for (const old of all(".here")) old.classList.remove("here");
    const target = id && $(id);
    if (!target) return;
    const hidden = target.closest(".off");
    if (hidden) reset();
    const moved = unfold(target);
    if (location.hash.includes("?")) target.classList.add("here");
    if (moved || hidden || location.hash.includes("?")) target.scrollIntoView();
  };

  // Filters
  const keys = ["o", "a", "d"];
  const flags = ["x", "1"];
  const control = (key) => $(`by-${key}`);
  const layers = ["s", "f", "t", "n", "z", "r"];
  const layer = (key) => document.querySelector(`.ly-${key}`);
  const usual = "sftnz";
  const state = () => {
    const parts = [];
    for (const key of keys) {
      const chosen = control(key)?.selectedOptions[0];
      if (chosen?.value) parts.push(`${key}=${encodeURIComponent(chosen.dataset.name)}`);
    }
    for (const key of flags) if (control(key)?.checked) parts.push(key);
    if ($("find").value.trim()) parts.push(`q=${encodeURIComponent($("find").value.trim())}`);
    const shown = layers.filter((key) => layer(key)?.checked).join("");
    if (layer("s") && shown !== usual) parts.push(`l=${shown || "0"}`);
    return parts.join("&");
  };
  const write = (id = address().id) => {
    const query = state();
    const hash = (id ? encodeURIComponent(id) : "") + (query ? `?${query}` : "");
    try { history.replaceState(null, "", `#${hash}`); } catch { location.replace(`#${hash}`); }
  };
  const restore = (query) => {
    const wanted = new Map((query || "").split("&").filter(Boolean).map((part) => {
      const [key, value = ""] = part.split("=");
      try { return [key, decodeURIComponent(value)]; } catch { return [key, value]; }
    }));
    for (const key of keys) {
      const box = control(key);
      if (!box) continue;
      const option = [...box.options].find((one) => one.value && one.dataset.name === wanted.get(key));
      box.value = option ? option.value : "";
    }
    for (const key of flags) if (control(key)) control(key).checked = wanted.has(key);
    $("find").value = wanted.get("q") || "";
    for (const key of layers) if (layer(key)) layer(key).checked = (wanted.get("l") || usual).includes(key);
  };
  const has = (line, name, value) => !value || (line.dataset[name] || "").split(" ").includes(value);
  const filter = () => {
    const [outlet, actor, day] = keys.map((key) => control(key)?.value || "");
    const [disputed, single] = flags.map((key) => control(key)?.checked || false);
    const active = Boolean(outlet || actor || day || disputed || single);
    const lines = all(".ln");
    const fits = (line) => has(line, "o", outlet) && has(line, "a", actor) && has(line, "d", day)
      && (!disputed || "x" in line.dataset) && (!single || line.hasAttribute("data-1"));
    const kept = new Set(lines.filter(fits));
    // An answer that fits keeps what it answers; an answer that does not stays under what it answers.
    for (const line of [...kept]) for (let up = line.parentElement.closest(".ln"); up; up = up.parentElement.closest(".ln")) kept.add(up);
    for (const line of lines) line.classList.toggle("off", active && !kept.has(line));
    for (const text of all(".full")) text.classList.toggle("off", Boolean(outlet) && text.dataset.n !== outlet);
    // What holds lines and has none left goes with them.
    for (const box of all(".voice, .days > li, .grid tbody, .sec")) {
      box.classList.toggle("off", active && Boolean(box.querySelector(".ln")) && !box.querySelector(".ln:not(.off)"));
    }
    for (const fold of all("details.fold")) {
      const inside = all(".ln", fold);
      if (!inside.length) continue;
      const some = inside.some((line) => !line.classList.contains("off"));
      fold.classList.toggle("off", active && !some);
      if (active && some && !fold.dataset.was) { fold.dataset.was = fold.open ? "o" : "c"; fold.open = true; }
      if (!active && fold.dataset.was) { fold.open = fold.dataset.was === "o"; delete fold.dataset.was; }
    }
    const own = lines.filter((line) => line.localName !== "tr");
    $("shown").textContent = active ? say($("tools").dataset.shown, own.filter((line) => kept.has(line)).length, own.length) : "";
    $("reset").hidden = !active;
  };
  const reset = () => {
    for (const key of keys) if (control(key)) control(key).value = "";
    for (const key of flags) if (control(key)) control(key).checked = false;
    filter();
    write();
  };

  // Finding words without their marks: "da nang" finds "Đà Nẵng".
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d");
  let hits = [];
  let at = -1;
  const corpus = () => {
    const walker = document.createTreeWalker($("main"), NodeFilter.SHOW_TEXT);
    const places = [];
    let text = "";
    let block = null;
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest(".off, .vh, [hidden], title, desc")) continue;
      const around = node.parentElement.closest("p, li, h1, h2, h3, h4, h5, td, th, summary, blockquote, figcaption, .sm, text");
      if (around !== block) { text += "\n"; places.push(null); block = around; }
      let from = 0;
      for (const sign of node.data) {
        for (const letter of fold(sign)) {
          text += /\s/.test(letter) ? " " : letter;
          places.push([node, from, from + sign.length]);
          for (let n = 1; n < letter.length; n++) places.push([node, from, from + sign.length]);
        }
        from += sign.length;
      }
    }
    return { text, places };
  };
  const find = () => {
    const wanted = fold($("find").value.trim()).replace(/\s+/g, " ");
    hits = [];
    at = -1;
    if (wanted.length > 1) {
      const { text, places } = corpus();
      for (let from = text.indexOf(wanted); from >= 0 && hits.length < 5000; from = text.indexOf(wanted, from + wanted.length)) {
        const [first, last] = [places[from], places[from + wanted.length - 1]];
        if (!first || !last) continue;
        const range = new Range();
        range.setStart(first[0], first[1]);
        range.setEnd(last[0], last[2]);
        hits.push(range);
      }
    }
    if (globalThis.CSS?.highlights) { CSS.highlights.set("found", new Highlight(...hits)); CSS.highlights.delete("here"); }
    $("hits").textContent = wanted.length > 1 ? (hits.length ? say($("tools").dataset.found, 0, hits.length) : $("tools").dataset.none) : "";
  };
  const step = (by) => {
    if (!hits.length) return;
    at = (at + by + hits.length) % hits.length;
    const range = hits[at];
    const place = range.startContainer.parentElement;
    unfold(place);
    place.scrollIntoView({ block: "center" });
    if (globalThis.CSS?.highlights) CSS.highlights.set("here", new Highlight(range));
    $("hits").textContent = say($("tools").dataset.found, at + 1, hits.length);
  };

  const tools = () => {
    if (!$("tools")) return;
    $("tools").hidden = false;
    if (innerWidth < 1152) $("tools").querySelector("details").open = false;
    for (const key of [...keys, ...flags]) control(key)?.addEventListener("change", () => { filter(); find(); write(); });
    for (const key of layers) layer(key)?.addEventListener("change", () => write());
    $("reset").addEventListener("click", () => { reset(); $("find").focus(); });
    let waiting = 0;
    $("find").addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => { find(); write(); }, 150);
    });
    $("find").addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    });
    $("next").addEventListener("click", () => step(1));
    $("back").addEventListener("click", () => step(-1));
    addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
      event.preventDefault();
      unfold($("find"));
      $("find").focus();
    });
    restore(address().query);
    filter();
    find();
  };

  // Evidence: the sentence around the words, taken from the article's text on this page.
  const points = (text) => [...text];
  const fill = (item) => {
    const length = Number(item.dataset.e);
    delete item.dataset.e;
    const link = item.querySelector("a.c");
    const place = $(link.hash.slice(1));
    const sentence = place?.closest(".st");
    if (!sentence) return;
    const article = place.closest(".full");
    const outlet = document.createElement("span");
    outlet.className = "by";
    outlet.textContent = ` ${article.querySelector("bdi").textContent} `;
    const when = document.createElement("span");
    when.className = "when";
    when.textContent = article.querySelector("time")?.textContent || "";
    link.after(outlet, when);
    const first = document.createRange();
    first.setStart(sentence, 0);
    first.setEndBefore(place === sentence ? sentence.firstChild : place);
    const before = first.toString();
    let rest = points(sentence.textContent.slice(before.length));
    for (let next = sentence.nextElementSibling; rest.length < length && next; next = next.nextElementSibling) rest.push(...points(next.textContent));
    const quote = document.createElement("p");
    const holder = document.createElement("bdi");
    const words = document.createElement("mark");
    words.textContent = rest.slice(0, length).join("");
    holder.append(before, words, rest.slice(length).join(""));
    quote.className = "q";
    const language = sentence.closest("[lang]");
    if (language !== root) quote.lang = language.lang;
    quote.append(holder);
    item.prepend(quote);
  };

  // Whose a number is, said when it is pointed at.
  addEventListener("pointerover", (event) => {
    const link = event.target.closest?.("a.c:not([title])");
    const place = link && document.getElementById(link.hash.slice(1));
    if (!place) return;
    const outlet = (place.closest(".full") || place.parentElement).querySelector("bdi");
    if (outlet) link.title = outlet.textContent;
  });

  const notesOf = (mark) => {
    const list = mark.closest(".sec").querySelector(".rules");
    const told = [];
    for (let up = mark; up && !up.classList.contains("text"); up = up.parentElement) {
      for (const number of (up.dataset.r || "").split(" ").filter(Boolean)) told.push(list.children[number].textContent);
    }
    return told;
  };
  addEventListener("pointerover", (event) => {
    const mark = event.target.closest?.("[data-r]:not([title])");
    if (mark) mark.title = notesOf(mark).join("\n");
  });

  // Notes in the texts: what was found, and which rule found it.
  const notes = () => {
    const box = $("note");
    const line = box.querySelector("p");
    const close = () => { box.hidden = true; for (const old of all(".sel")) old.classList.remove("sel"); };
    const show = (mark) => {
      for (const old of all(".sel")) old.classList.remove("sel");
      mark.classList.add("sel");
      const told = notesOf(mark);
      line.textContent = told.join("\n");
      box.hidden = false;
    };
    box.querySelector("button").addEventListener("click", close);
    for (const hint of all(".hint")) hint.hidden = false;
    for (const text of all(".text")) {
      text.tabIndex = 0;
      text.addEventListener("click", (event) => { const mark = event.target.closest("[data-r]"); if (mark && text.contains(mark)) show(mark); });
      text.addEventListener("keydown", (event) => {
        if (event.key === "Escape") close();
        const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (!by) return;
        const marks = all("[data-r]", text);
        if (!marks.length) return;
        event.preventDefault();
        const now = marks.indexOf(text.querySelector(".sel"));
        const mark = marks[(now + by + marks.length) % marks.length];
        show(mark);
        mark.scrollIntoView({ block: "nearest" });
      });
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    colours();
    tools();
    notes();
    reveal();
  });
  document.addEventListener("toggle", (event) => {
    if (event.target.open && event.target.matches(".proof")) for (const item of all("li[data-e]", event.target)) fill(item);
  }, true);
  addEventListener("hashchange", () => {
    if (!$("tools")) { reveal(); return; }
    const { id, query } = address();
    if (query === undefined) write(id); else { restore(query); filter(); find(); }
    reveal();
  });
  addEventListener("beforeprint", () => {
    for (const fold of all("details.body, details.story, details.srcs")) fold.open = true;
  });
})();

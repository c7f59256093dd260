"use strict";
(() => {
  const list = document.querySelector("main");
  const form = document.querySelector("form");
  const output = form.querySelector("output");
  const whole = [...list.children];
  const cards = whole.filter((node) => node.localName === "article");
  const entries = [];
  let shown = cards;
  let marked = [];

  // Words in lower case with a blank before each; hyphens and apostrophes part words.
  const words = (text) => " " + (text.normalize("NFC").toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) || []).join(" ");
  const strokes = { "đ": "d", "ø": "o", "ł": "l", "œ": "oe", "æ": "ae" };
  const folded = (text) =>
    text.normalize("NFD").replace(/\p{M}+/gu, "").replace(/[đøłœæ]/g, (letter) => strokes[letter]);

  // Read from the page while nothing else is to do, at the latest when somebody searches.
  const read = (card, place) => {
    const terms = [...card.querySelectorAll(".term, .form")].map((node) => {
      const exact = words(node.textContent);
      const initials = (node.dataset.initials || "").split(" ");
      return { item: node.closest("li"), lang: node.closest("section").lang, exact, plain: folded(exact), initials };
    });
    const text = words(card.textContent);
    return { card, place, terms, text, plain: folded(text) };
  };

  const prepare = (enough) => {
    while (entries.length < cards.length && !enough()) entries.push(read(cards[entries.length], entries.length));
  };

  const prepareIdly = () => {
    const end = performance.now() + 20;
    prepare(() => performance.now() > end);
    if (entries.length < cards.length) setTimeout(prepareIdly, 20);
  };

  // The lower the better: the term itself, its beginning, its acronym, a part of it, words of it.
  const rank = (text, initials, query) => {
    if (text === query.text) return 0;
    if (initials.includes(query.letters)) return 1;
    if (text.startsWith(query.text)) return 2;
    if (text.includes(query.text)) return 3;
    return query.words.every((word) => text.includes(word)) ? 4 : Infinity;
  };

  const look = (entry, query, kind, lang) => {
    let best = Infinity;
    const items = [];
    for (const term of entry.terms) {
      if (lang && term.lang !== lang) continue;
      const found = rank(term[kind], kind === "plain" ? term.initials : [], query);
      if (found < Infinity) items.push(term.item);
      best = Math.min(best, found + Math.min(term[kind].length, 999) / 1000); // of equals the shorter one is nearer
    }
    const text = kind === "plain" ? entry.plain : entry.text;
    if (best === Infinity && !lang && query.words.every((word) => text.includes(word))) best = 5;
    return { entry, best, items };
  };

  const search = (candidates, typed, lang) => {
    const text = words(typed);
    const plain = folded(text);
    const parts = (string) => string.split(" ").slice(1).map((word) => " " + word);
    const run = (string, kind) => {
      const query = { text: string, words: parts(string), letters: string.replaceAll(" ", "") };
      const found = candidates.map((entry) => look(entry, query, kind, lang)).filter((hit) => hit.best < Infinity);
      return found.sort((a, b) => a.best - b.best || a.entry.place - b.entry.place);
    };
    if (text === plain) return { hits: run(plain, "plain"), accents: true };
    // Who types accents means them, if there is such a word; if not, another spelling of a term is a good guess.
    const exact = run(text, "exact");
    return exact.length ? { hits: exact, accents: true } : { hits: run(plain, "plain").filter((hit) => hit.best < 5), accents: false };
  };

  const passes = (card, domain, status) =>
    (!domain || card.dataset.domain === domain) &&
    (!status ||
      (status.startsWith("term:") ? card.querySelector("li." + status.slice(5)) : card.dataset.status === status));

  const show = (nodes) => {
    list.replaceChildren(...nodes);
    shown = nodes.filter((node) => node.localName === "article");
    for (const item of marked) item.classList.remove("hit");
    marked = [];
  };

  const count = (number) => number.toLocaleString("en") + (number === 1 ? " concept" : " concepts");

  const update = () => {
    const { query, lang, domain, status } = Object.fromEntries(new FormData(form));
    prepare(() => false);
    const candidates = entries.filter((entry) => passes(entry.card, domain, status));
    if (words(query) === " ") {
      const kept = new Set(candidates.filter((e) => !lang || e.terms.some((t) => t.lang === lang)).map((e) => e.card));
      const sections = new Set([...kept].map((card) => card.dataset.domain));
      const under = (node) => (node.localName === "article" ? kept.has(node) : sections.has(node.dataset.domain || "-"));
      show(whole.filter(under));
      output.value = count(kept.size);
      return;
    }
    const { hits, accents } = search(candidates, query, lang);
    show(hits.map((hit) => hit.entry.card));
    marked = hits.flatMap((hit) => hit.items);
    for (const item of marked) item.classList.add("hit");
    output.value = (hits.length ? count(hits.length) : "nothing found") + (accents || !hits.length ? "" : ", accents left aside");
  };

  let waiting = 0;
  const soon = () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => { update(); scrollTo(0, Math.min(scrollY, list.offsetTop - form.offsetHeight)); });
  };

  const clear = () => { form.reset(); update(); };

  const go = (card) => {
    if (!card) return;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "start" });
  };

  // A link to a concept that the search has put away brings everything back.
  const follow = () => {
    const name = decodeURIComponent(location.hash.slice(1));
    const target = whole.find((node) => node.id === name);
    if (!target) return;
    if (!target.isConnected) clear();
    target.localName === "article" ? go(target) : target.scrollIntoView();
  };

  const move = (event) => {
    const place = shown.indexOf(document.activeElement.closest("article"));
    const inQuery = document.activeElement === form.elements.query;
    if (place < 0 && !inQuery) return;
    const step = event.key === "ArrowDown" ? 1 : -1;
    if (inQuery && step < 0) return;
    event.preventDefault();
    if (place + step < 0) form.elements.query.focus();
    else go(shown[place + step]);
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const typing = event.target.matches("input, select");
    if (event.key === "/" && !typing) {
      event.preventDefault();
      form.elements.query.select();
      form.elements.query.focus();
    } else if (event.key === "Escape") {
      clear();
      form.elements.query.focus();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !event.target.matches("select")) {
      move(event);
    }
  });
  form.addEventListener("input", soon);
  form.addEventListener("submit", (event) => { event.preventDefault(); update(); go(shown[0]); });
  addEventListener("hashchange", follow);
  form.hidden = false;
  // A browser may have kept what was typed before the page was loaded again.
  if ([...new FormData(form).values()].some(Boolean)) update();
  else output.value = count(cards.length);
  if (location.hash) follow();
  setTimeout(prepareIdly, 200);
})();

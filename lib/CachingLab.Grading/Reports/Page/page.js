// The page reads without this. It adds sorting, a filter, and opens what a link points into.
(() => {
  const learners = [...document.querySelectorAll(".learner")];
  const heat = document.getElementById("heat");
  const el = (name, text, more) => Object.assign(document.createElement(name), { textContent: text, ...more });

  const reveal = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (!target) return;
    const within = target.closest("details");
    if (within) { within.hidden = false; within.open = true; }
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not(.who, .cell)")].filter(d => !d.open);
    opened.forEach(d => { d.open = true; });
  });
  addEventListener("afterprint", () => opened.forEach(d => { d.open = false; }));

  if (!heat) return;
  const body = heat.tBodies[0];
  const rows = [...body.rows];
  const value = (row, i) => i ? Number(row.cells[i].dataset.v) : row.cells[0].textContent;
  [...heat.tHead.rows[0].cells].forEach((head, i) => {
    const button = el("button", "", { type: "button" });
    button.setAttribute("aria-label", `Sort by ${head.textContent}`);
    head.append(button);
    head.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") ? head.getAttribute("aria-sort") === "descending" : i === 0;
      heat.querySelectorAll("[aria-sort]").forEach(h => h.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const order = (a, b) => i ? value(a, i) - value(b, i) : value(a, 0).localeCompare(value(b, 0));
      body.append(...[...rows].sort((a, b) => up ? order(a, b) : order(b, a)));
    });
  });
  heat.tHead.rows[0].cells[0].setAttribute("aria-sort", "ascending");

  const box = el("input", "", { type: "search", id: "filter", placeholder: "name, requirement, status" });
  const label = el("label", "Show only ", { htmlFor: "filter" });
  const said = el("span", "", { className: "hint" });
  said.setAttribute("role", "status");
  const texts = learners.map(d => d.textContent.toLowerCase());
  box.addEventListener("input", () => {
    const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    learners.forEach((d, i) => {
      const fits = words.every(w => texts[i].includes(w));
      d.hidden = rows[i].hidden = !fits;
      shown += fits ? 1 : 0;
    });
    said.textContent = words.length ? `${shown} of ${learners.length} learners` : "";
  });
  const fold = (text, open) => {
    const button = el("button", text, { type: "button" });
    button.addEventListener("click", () => learners.forEach(d => { d.open = open; }));
    return button;
  };
  document.getElementById("filter-place").append(label, box, fold("Open all learners", true), fold("Fold all", false), said);
})();

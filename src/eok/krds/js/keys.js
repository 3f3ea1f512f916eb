// The desk's keys: j and k move through the rows, x chooses, / searches, ? shows all, others press the button
// that names them (data-key). One letter never acts while one types, and can be turned off (KWCAG 2.2, 6.1.4).
const STORE = "eok_keys";
const isOff = () => localStorage.getItem(STORE) === "off";
const isTyping = (target) => target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");

const rows = () => [...document.querySelectorAll("[data-row]")];
const current = () => document.activeElement.closest?.("[data-row]") ?? document.querySelector("[data-row].is-cursor");

const move = (step) => {
  const all = rows();
  const next = all[Math.min(Math.max(all.indexOf(current()) + step, 0), all.length - 1)];
  if (!next) return;
  for (const row of all) row.classList.toggle("is-cursor", row === next);
  next.querySelector("[data-open]").focus();
  next.scrollIntoView({ block: "nearest" });
};

const press = (name) => {
  const wanted = [...document.querySelectorAll("[data-key]")].find((e) => e.dataset.key === name);
  if (!wanted) return false;
  if (wanted.matches("input")) wanted.focus();
  else wanted.click();
  return true;
};

const actions = {
  j: () => move(1),
  k: () => move(-1),
  x: () => current()?.querySelector("[data-pick]")?.click(),
  "?": () => document.querySelector("[data-key-help]")?.showModal(),
};

const nameOf = (event) => `${event.ctrlKey || event.metaKey ? "Ctrl+" : ""}${event.key}`;

if (document.body.classList.contains("desk")) {
  document.addEventListener("keydown", (event) => {
    const name = nameOf(event);
    const single = event.key.length === 1;
    if (event.isComposing || event.altKey || (single && (isTyping(event.target) || isOff()))) return;
    if (event.key === "Enter" && name === "Enter" && event.target.closest("a, button, summary, input, textarea, select")) return;
    if (actions[name] && document.querySelector("[data-row], [data-key-help]")) {
      event.preventDefault();
      actions[name]();
    } else if (press(name)) event.preventDefault();
  });
  const toggle = document.querySelector("[data-keys-toggle]");
  if (toggle) {
    toggle.checked = !isOff();
    toggle.addEventListener("change", () => localStorage.setItem(STORE, toggle.checked ? "on" : "off"));
  }
}

const countChosen = () => {
  const bar = document.querySelector("[data-batch]");
  if (!bar) return;
  const chosen = document.querySelectorAll("[data-pick]:checked").length;
  bar.querySelector("[data-batch-count]").textContent = chosen;
  bar.classList.toggle("is-empty", chosen === 0);
};

countChosen();
document.addEventListener("change", (event) => {
  if (!event.target.matches("[data-pick]")) return;
  event.target.closest("[data-row]").classList.toggle("is-chosen", event.target.checked);
  countChosen();
});

// Warns five minutes before one is signed out and lets one stay with one press (KWCAG 2.2, 6.2.1). Answers
// are saved as they are typed, so nothing is lost either way. Saving counts as being there (eok:alive).
const WARN_MS = 5 * 60 * 1000;
const note = document.querySelector("[data-session]");
const timers = [];

const show = (part) => {
  note.hidden = false;
  for (const each of note.querySelectorAll("[data-session-part]")) each.hidden = each.dataset.sessionPart !== part;
  const told = note.querySelector(`[data-session-part="${part}"] p`).textContent;
  document.dispatchEvent(new CustomEvent("eok:announce", { detail: told }));
};

const start = () => {
  timers.splice(0).forEach(clearTimeout);
  note.hidden = true;
  const left = Number(note.dataset.session) * 1000;
  timers.push(setTimeout(() => show("soon"), Math.max(left - WARN_MS, 0)), setTimeout(() => show("over"), left));
};

if (note) {
  start();
  document.addEventListener("eok:alive", start);
  document.addEventListener("htmx:after:request", start);
  note.querySelector("button").addEventListener("click", async () => {
    const answer = await fetch(window.location.href, { method: "HEAD", redirect: "manual" });
    if (answer.ok) start();
    else show("over");
  });
}

// Says things to screen readers (eok:announce) and shows short notes (eok:toast), which it says too: their place is hidden
// from screen readers. Other parts only send events.
const SHOWN_MS = 6000;

document.addEventListener("eok:announce", (event) => {
  const region = document.getElementById("announcer");
  if (region) region.textContent = event.detail;
});

document.addEventListener("eok:toast", (event) => {
  const note = document.createElement("p");
  note.textContent = event.detail;
  document.getElementById("toasts")?.append(note);
  document.dispatchEvent(new CustomEvent("eok:announce", { detail: event.detail }));
  setTimeout(() => note.remove(), SHOWN_MS);
});

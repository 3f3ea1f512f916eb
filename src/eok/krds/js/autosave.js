// Saves a form as it is filled in. <form data-autosave="/address"> is posted there a moment after each
// change; the answer is JSON {"saved_at": "14시 3분"}, or {"message": "…"} with an error. Leaving with unsaved
// answers asks first.
const PAUSE_MS = 1200;
const SPEAK_EVERY_MS = 30000;
const NOT_SAVED = "저장하지 못했어요. 연결을 확인해 주세요.";
const waiting = new WeakMap();
const dirty = new Set();
let spokenAt = -SPEAK_EVERY_MS;

const say = (text, always) => {
  if (!always && performance.now() - spokenAt < SPEAK_EVERY_MS) return;
  spokenAt = performance.now();
  document.dispatchEvent(new CustomEvent("eok:announce", { detail: text }));
};

const show = (failed, sentence, short) => {
  for (const place of document.querySelectorAll("[data-saved]")) place.classList.toggle("is-failed", failed);
  for (const place of document.querySelectorAll("[data-saved-text]")) place.textContent = sentence;
  for (const place of document.querySelectorAll("[data-saved-time]")) place.textContent = short;
  say(sentence, failed);
};

const showFailure = (sentence) => show(true, sentence, sentence);

const answers = (form) => {
  const data = new FormData(form);
  for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
  return data;
};

const save = async (form) => {
  dirty.delete(form);
  try {
    const reply = await fetch(form.dataset.autosave, { method: "POST", body: answers(form), keepalive: true });
    const told = await reply.json().catch(() => ({}));
    if (!reply.ok) throw new Error(told.message ?? NOT_SAVED);
    show(false, `${told.saved_at}에 임시저장했어요`, told.saved_at);
    document.dispatchEvent(new CustomEvent("eok:alive"));
  } catch (error) {
    dirty.add(form);
    showFailure(error instanceof TypeError ? NOT_SAVED : error.message);
  }
};

const changed = (event) => {
  const form = event.target.form;
  if (!form?.dataset.autosave || event.target.type === "file") return;
  dirty.add(form);
  clearTimeout(waiting.get(form));
  waiting.set(form, setTimeout(() => save(form), event.type === "change" ? 0 : PAUSE_MS));
};

document.addEventListener("change", changed);
document.addEventListener("input", changed);
document.addEventListener("submit", (event) => {
  clearTimeout(waiting.get(event.target));
  dirty.delete(event.target);
});
window.addEventListener("beforeunload", (event) => {
  if ([...dirty].some((form) => form.isConnected)) event.preventDefault();
});

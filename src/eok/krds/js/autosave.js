// Saves a form as it is filled in. <form data-autosave="/address"> is posted there a moment after each
// change; the answer is JSON {"saved_at": "14시 3분"}. Leaving with unsaved answers asks first.
const PAUSE_MS = 1200;
const SPEAK_EVERY_MS = 30000;
const waiting = new WeakMap();
const dirty = new Set();
let spokenAt = -SPEAK_EVERY_MS;

const say = (text, always) => {
  if (!always && performance.now() - spokenAt < SPEAK_EVERY_MS) return;
  spokenAt = performance.now();
  document.dispatchEvent(new CustomEvent("eok:announce", { detail: text }));
};

const show = (failed, time) => {
  for (const place of document.querySelectorAll("[data-saved]")) place.classList.toggle("is-failed", failed);
  const sentence = failed ? "저장하지 못했어요. 연결을 확인해 주세요." : `${time}에 임시저장했어요`;
  for (const place of document.querySelectorAll("[data-saved-text]")) place.textContent = sentence;
  for (const place of document.querySelectorAll("[data-saved-time]")) place.textContent = failed ? sentence : time;
  say(sentence, failed);
};

const answers = (form) => {
  const data = new FormData(form);
  for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
  return data;
};

const save = async (form) => {
  dirty.delete(form);
  try {
    const reply = await fetch(form.dataset.autosave, { method: "POST", body: answers(form), keepalive: true });
    if (!reply.ok) throw new Error(String(reply.status));
    show(false, (await reply.json()).saved_at);
    document.dispatchEvent(new CustomEvent("eok:alive"));
  } catch {
    dirty.add(form);
    show(true);
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

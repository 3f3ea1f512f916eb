// Saves a form as it is filled in. <form data-autosave="/address"> is posted there a moment after each
// change; the answer is JSON {"saved_at": "14시 3분"}. Refused (the session ended, another device was faster) it is
// an .alert, shown at [data-save-notice] until a save goes through; what was typed stays. Leaving with unsaved
// answers asks first.
const PAUSE_MS = 1200;
const SPEAK_EVERY_MS = 30000;
const UNSAVED = "저장하지 못했어요";
const NOT_SAVED = `${UNSAVED}. 연결을 확인해 주세요.`;
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
};

const showFailure = () => {
  show(true, NOT_SAVED, UNSAVED);
  say(NOT_SAVED, true);
};

const showRefusal = async (reply) => {
  const answer = new DOMParser().parseFromString(await reply.text(), "text/html");
  const alert = answer.querySelector("body > .alert");
  const place = document.querySelector("[data-save-notice]");
  if (!alert || !place) return showFailure();
  show(true, UNSAVED, UNSAVED);
  const sentence = alert.querySelector(".strong").textContent;
  if (place.textContent === alert.textContent) return say(sentence, false);
  alert.removeAttribute("role"); // the toast is announced, wherever on the page one types
  place.replaceChildren(alert);
  spokenAt = performance.now();
  document.dispatchEvent(new CustomEvent("eok:toast", { detail: sentence }));
};

const showSaved = (at) => {
  document.querySelector("[data-save-notice]")?.replaceChildren();
  show(false, `${at}에 임시저장했어요`, at);
  say(`${at}에 임시저장했어요`, false);
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
    if (reply.ok) {
      showSaved((await reply.json()).saved_at);
      document.dispatchEvent(new CustomEvent("eok:alive"));
    } else {
      dirty.add(form);
      await showRefusal(reply);
    }
  } catch {
    dirty.add(form);
    showFailure();
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

// Copy and print buttons, hidden until scripts can do it; the count under a long answer; print unfolds everything.
const count = (field) => {
  const most = Number(field.dataset?.count);
  if (!most) return;
  let place = field.parentElement.querySelector(".count-note");
  if (!place) {
    place = document.createElement("p");
    place.className = "count-note soft";
    field.after(place);
  }
  place.textContent = `${field.value.length.toLocaleString("ko")}자 / ${most.toLocaleString("ko")}자`;
};
const ready = () => {
  document.querySelectorAll("[data-print], [data-copy]").forEach((b) => { b.hidden = false; });
  document.querySelectorAll("[data-count]").forEach((field) => { if (field.value) count(field); });
};

ready();
document.addEventListener("htmx:after:swap", ready);
document.addEventListener("input", (event) => count(event.target));
document.addEventListener("click", async (event) => {
  if (event.target.closest("[data-print]")) window.print();
  const button = event.target.closest("[data-copy]");
  const source = button && document.getElementById(button.dataset.copy);
  if (!source) return;
  await navigator.clipboard.writeText(source.textContent.trim());
  document.dispatchEvent(new CustomEvent("eok:toast", { detail: button.dataset.copied }));
});

let unfolded = [];
window.addEventListener("beforeprint", () => {
  unfolded = [...document.querySelectorAll("main details:not([open])")];
  for (const part of unfolded) part.open = true;
});
window.addEventListener("afterprint", () => {
  for (const part of unfolded) part.open = false;
});

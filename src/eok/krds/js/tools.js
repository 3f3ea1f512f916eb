// Copy and print buttons, hidden until scripts can do it; the count under a long answer; print unfolds everything.
const unhide = () => document.querySelectorAll("[data-print], [data-copy]").forEach((b) => { b.hidden = false; });

unhide();
document.addEventListener("htmx:after:swap", unhide);
document.addEventListener("click", async (event) => {
  if (event.target.closest("[data-print]")) window.print();
  const button = event.target.closest("[data-copy]");
  const source = button && document.getElementById(button.dataset.copy);
  if (!source) return;
  await navigator.clipboard.writeText(source.textContent.trim());
  document.dispatchEvent(new CustomEvent("eok:toast", { detail: button.dataset.copied }));
});

document.addEventListener("input", (event) => {
  const most = Number(event.target.dataset?.count);
  if (!most) return;
  let place = event.target.parentElement.querySelector(".count-note");
  if (!place) {
    place = document.createElement("p");
    place.className = "count-note soft";
    event.target.after(place);
  }
  place.textContent = `${event.target.value.length.toLocaleString("ko")}자 / ${most.toLocaleString("ko")}자`;
});

let unfolded = [];
window.addEventListener("beforeprint", () => {
  unfolded = [...document.querySelectorAll("main details:not([open])")];
  for (const part of unfolded) part.open = true;
});
window.addEventListener("afterprint", () => {
  for (const part of unfolded) part.open = false;
});

// Small menus (details) close with Escape, by a click elsewhere, and when the focus leaves them. The filters
// of a list begin closed where the page is narrow: the list is what one came for.
if (window.matchMedia("(max-width: 1023px)").matches) {
  for (const filters of document.querySelectorAll("details.filters")) filters.open = false;
}

const open = () => document.querySelectorAll("details[data-drop][open]");

document.addEventListener("click", (event) => {
  for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("focusin", (event) => {
  for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of open()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

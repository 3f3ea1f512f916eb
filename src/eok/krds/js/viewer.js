// The document viewer: one sheet or both, larger and smaller. Without scripts both are shown at their width.
const SIZES = [50, 80, 100, 125, 150, 200];

for (const viewer of document.querySelectorAll("[data-viewer]")) {
  const sheets = viewer.querySelector(".viewer-sheets");
  const told = viewer.querySelector("[data-viewer-size]");
  let size = SIZES.indexOf(100);
  viewer.querySelector("[data-viewer-tools]").hidden = false;
  viewer.addEventListener("click", (event) => {
    const zoom = event.target.closest("[data-viewer-zoom]");
    const mode = event.target.closest("[data-viewer-mode]");
    if (zoom) {
      size = Math.min(Math.max(size + Number(zoom.dataset.viewerZoom), 0), SIZES.length - 1);
      for (const image of sheets.querySelectorAll("img")) image.style.width = `${SIZES[size]}%`;
      told.textContent = `${SIZES[size]}%`;
    }
    if (mode) {
      sheets.classList.toggle("is-single", mode.dataset.viewerMode === "single");
      for (const other of viewer.querySelectorAll("[data-viewer-mode]")) other.setAttribute("aria-pressed", String(other === mode));
    }
  });
}

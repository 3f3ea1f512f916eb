// The QR on a paper leads to an address whose part after # never reaches a server by itself. Here it is put into
// the form; the form then goes once, but not again when one comes back to the page.
const form = document.querySelector("form[data-seal]");
const seal = window.location.hash.slice(1);

if (form && seal) {
  form.elements.seal.value = seal;
  if (performance.getEntriesByType("navigation")[0]?.type === "navigate") form.requestSubmit();
}

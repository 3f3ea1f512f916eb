// Marks in the page's own index the section one is reading.
const links = [...document.querySelectorAll("[data-in-page] a")];
const headings = links.map((link) => document.getElementById(link.hash.slice(1))).filter(Boolean);

const mark = () => {
  const line = window.innerHeight / 3;
  const passed = headings.filter((heading) => heading.getBoundingClientRect().top < line);
  const here = passed.at(-1) ?? headings[0];
  for (const link of links) {
    if (link.hash === `#${here.id}`) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
};

if (headings.length) {
  mark();
  document.addEventListener("scroll", () => requestAnimationFrame(mark), { passive: true });
}

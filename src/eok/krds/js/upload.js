// Files go up one by one as soon as they are chosen or dropped. The zone's template draws the row while a
// file is under way; the answer (krds/papers.html file_row) takes its place, also when the file is refused.
// What is too large is said at once, not after minutes of sending.
const HALF = 50;
const MEGABYTE = 1024 * 1024;

const say = (text) => document.dispatchEvent(new CustomEvent("eok:announce", { detail: text }));

const newRow = (zone, file, stop) => {
  const row = zone.querySelector("template").content.firstElementChild.cloneNode(true);
  row.querySelector(".name").textContent = file.name;
  row.querySelector(".bar").setAttribute("aria-label", `${file.name} 올리는 중`);
  row.querySelector("button").addEventListener("click", stop);
  document.querySelector(zone.dataset.uploadList).append(row);
  return row;
};

const showProgress = (row, file, sent, total) => {
  const percent = Math.floor((sent / total) * 100);
  const before = Number(row.dataset.percent ?? 0);
  row.dataset.percent = percent;
  row.querySelector(".bar").value = percent;
  row.querySelector(".state").textContent = `${percent}% 올렸어요`;
  if (before < HALF && percent >= HALF && percent < 100) say(`${file.name} 절반 올렸어요`);
};

const fail = (row, file, text) => {
  row.classList.replace("is-going", "is-failed");
  row.querySelector(".bar").remove();
  row.querySelector(".state").textContent = text;
  row.querySelector("button").remove();
  say(`${file.name}: ${text}`);
};

const finish = (row, file, request) => {
  const answer = new DOMParser().parseFromString(request.responseText, "text/html").querySelector(".file-row");
  if (!answer) return fail(row, file, "올리지 못했어요. 다시 골라 주세요.");
  row.replaceWith(answer);
  say(`${file.name} ${answer.querySelector(".said")?.textContent ?? ""}`);
};

const tooLarge = (zone, file) => {
  const most = Number(zone.dataset.uploadMegabytes);
  if (file.size <= most * MEGABYTE) return "";
  return `파일이 ${Math.round(file.size / MEGABYTE)}MB로 너무 커요. ${most}MB 아래로 줄이거나 나누어 올려 주세요.`;
};

const send = (zone, input, file) => {
  const request = new XMLHttpRequest();
  const row = newRow(zone, file, () => { request.abort(); row.remove(); say(`${file.name} 멈췄어요`); });
  const large = tooLarge(zone, file);
  if (large) return fail(row, file, large);
  const data = new FormData();
  data.append(input.name, file);
  const token = input.form?.elements.csrfmiddlewaretoken;
  if (token) data.append("csrfmiddlewaretoken", token.value);
  request.upload.addEventListener("progress", (event) => showProgress(row, file, event.loaded, event.total));
  request.addEventListener("load", () => finish(row, file, request));
  request.addEventListener("error", () => fail(row, file, "연결이 끊겼어요. 다시 골라 주세요."));
  request.open("POST", zone.dataset.upload);
  request.send(data);
  say(`${file.name} 올리기 시작했어요`);
};

const sendAll = (zone, input, files) => {
  for (const file of files) send(zone, input, file);
  input.value = "";
};

document.addEventListener("change", (event) => {
  const zone = event.target.closest("[data-upload]");
  if (zone && event.target.files?.length) sendAll(zone, event.target, [...event.target.files]);
});
for (const type of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(type, (event) => {
    const zone = event.target.closest?.("[data-upload]");
    if (!zone) return;
    event.preventDefault();
    zone.classList.toggle("is-over", type === "dragover");
    if (type === "drop") sendAll(zone, zone.querySelector("input[multiple], input[type=file]"), [...event.dataTransfer.files]);
  });
}

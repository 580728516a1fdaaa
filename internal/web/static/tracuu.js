// What a page does beyond links and forms. Everything works without it.
"use strict";

// Buttons with data-copy put its text on the clipboard.
for (const button of document.querySelectorAll("button[data-copy]")) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = "Đã chép";
    } catch {
      button.textContent = "Chưa chép được";
    }
  });
}

// "/" goes to the box, the arrows walk the results.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const typing = event.target.closest("input, textarea, select, [tabindex]");
  if (event.key === "/" && !typing) {
    event.preventDefault();
    document.querySelector("#q")?.focus();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const results = [...document.querySelectorAll(".found h3 a, .hits h3 a")];
  if (!step || results.length === 0 || (typing && typing.id !== "q")) return;
  const at = results.indexOf(document.activeElement);
  if (at < 0 && typing?.id !== "q") return;
  const next = results[at + step];
  if (next) {
    event.preventDefault();
    next.focus();
  } else if (at === 0 && step < 0) {
    event.preventDefault();
    document.querySelector("#q")?.focus();
  }
});

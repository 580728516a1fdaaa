// "/" goes to the box, arrows walk the results, "?" shows the keys; filters are
// open where there is room for them. Everything works without it.
const box = document.querySelector("#q");
const help = document.querySelector("#phim");
const helpButton = document.querySelector("[data-keys]");
const results = () => [...document.querySelectorAll(".found h3 a, .hits h3 a")];

if (helpButton) {
  helpButton.hidden = false;
  helpButton.addEventListener("click", () => help.showModal());
}

// walk moves the focus from one result to the next, or back to the box.
function walk(step) {
  const all = results();
  const at = all.indexOf(document.activeElement);
  if (all.length === 0 || (at < 0 && document.activeElement !== box)) return false;
  const to = at + step < 0 && at === 0 ? box : all[at + step];
  to?.focus();
  return Boolean(to);
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || help?.open) return;
  const typing = event.target.closest("input, textarea, select, .scroll, pre");
  switch (event.key) {
    case "/":
      if (typing) return;
      event.preventDefault();
      box?.focus();
      box?.select();
      break;
    case "?":
      if (typing) return;
      event.preventDefault();
      help?.showModal();
      break;
    case "ArrowDown":
    case "ArrowUp":
      if (typing && typing !== box) return;
      if (walk(event.key === "ArrowDown" ? 1 : -1)) event.preventDefault();
      break;
  }
});

const wide = matchMedia("(min-width: 64rem)");
const filters = document.querySelector("details[data-wide]");
if (filters) {
  const follow = () => { filters.open = wide.matches; };
  follow();
  wide.addEventListener("change", follow);
}

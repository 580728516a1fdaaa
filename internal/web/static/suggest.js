// Suggestions while typing: an editable combobox with a list, as the ARIA
// Authoring Practices describe it. The form below it works without.
const input = document.querySelector("#q");
const list = document.querySelector("#goi-y");
const address = input?.dataset.suggest;
if (address && list) combobox();

function combobox() {
  const wait = 120; // milliseconds after the last key
  let timer, asking, at = -1, typed = "";

  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
  })) input.setAttribute(name, value);
  list.setAttribute("role", "listbox");

  const options = () => [...list.children];

  function close() {
    clearTimeout(timer);
    asking?.abort();
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  // choose marks an option and puts its text into the box; -1 is what was typed.
  function choose(index) {
    const all = options();
    at = index;
    all.forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
    input.value = at < 0 ? typed : all[at].dataset.text;
    if (at < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", all[at].id);
      all[at].scrollIntoView({ block: "nearest" });
    }
  }

  function go(option) {
    if (option.dataset.href) location.assign(option.dataset.href);
    else {
      input.value = option.dataset.text;
      close();
      input.form.requestSubmit();
    }
  }

  function show(found) {
    list.replaceChildren(...found.map((one, i) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${i}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.text = one.text;
      if (one.href) option.dataset.href = one.href;
      const text = document.createElement("span");
      text.append(...(one.parts ?? [{ text: one.text }]).map((part) => {
        if (!part.match) return part.text;
        const typedPart = document.createElement("b");
        typedPart.textContent = part.text;
        return typedPart;
      }));
      const label = document.createElement("span");
      label.className = "quiet";
      label.textContent = one.label;
      option.append(text, " ", label);
      return option;
    }));
    list.hidden = found.length === 0;
    at = -1;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
  }

  async function ask() {
    asking?.abort();
    asking = new AbortController();
    const url = new URL(address, location.href);
    url.searchParams.set("q", typed);
    try {
      const answer = await fetch(url, { signal: asking.signal, headers: { Accept: "application/json" } });
      if (!answer.ok) return close();
      const found = await answer.json();
      if (document.activeElement === input && input.value === typed) show(found.suggestions ?? []);
    } catch {
      // a newer key, or no server: the form still works
    }
  }

  input.addEventListener("input", () => {
    typed = input.value;
    clearTimeout(timer);
    if (typed.trim() === "") return close();
    timer = setTimeout(ask, wait);
  });
  input.addEventListener("blur", close);
  list.addEventListener("mousedown", (event) => {
    event.preventDefault(); // the box keeps the focus
    const option = event.target.closest("[role=option]");
    if (option) go(option);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && list.hidden) close(); // and nothing that was asked for comes later
    if (list.hidden || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const count = options().length;
    switch (event.key) {
      case "ArrowDown":
        choose(at + 1 < count ? at + 1 : -1);
        break;
      case "ArrowUp":
        choose(at < 0 ? count - 1 : at - 1);
        break;
      case "Enter":
        if (at < 0) return close();
        go(options()[at]);
        break;
      case "Escape":
        input.value = typed;
        close();
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  });
}

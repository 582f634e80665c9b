"use strict";
// What a walk needs in the page: what a reader could do next, one of these things at a time, and what must come of it.
{
  const CONTROLS =
    "a[href], button, input, select, summary, [role=option], [role=slider], [tabindex='0'], [data-mark], [data-overview]";
  // Of these the value says what a control does; of any other name it says only to which thing it does it.
  const TELLING = ["facet", "tab", "sort", "choice", "motion", "fold", "save", "export", "handle", "part"];
  // These may find everything as they would leave it.
  const MAY_REST =
    "[data-motion], [data-save], [data-save-copy], [data-save-citation], [data-part], [data-contents], [data-brief-count], " +
    "[data-copy-text], [data-earlier], [data-choose-file], [data-template], [data-save-faults], [data-save-page]";

  // What leads out of the page is followed as far as the page itself goes.
  globalThis.print = () => {
    dispatchEvent(new Event("beforeprint"));
    dispatchEvent(new Event("afterprint"));
  };
  HTMLAnchorElement.prototype.click = () => {};
  HTMLInputElement.prototype.click = () => {};
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (link && !link.getAttribute("href").startsWith("#")) {
      event.preventDefault();
    }
  });

  let control, before, hit;
  for (const kind of ["mousedown", "click"]) {
    addEventListener(kind, (event) => (hit = event.target), true);
  }
  let changes = 0;
  new MutationObserver(() => (changes += 1)).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });

  const decoded = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };
  const pathOf = (address) => decoded(address.split("?")[0]);
  const lineOf = (address) => new URLSearchParams(address.split("?")[1]).get("fact");
  const placeOf = () => pathOf(location.hash).split("/");
  const around = () => [location.hash, scrollY, changes, document.activeElement === document.body].join(" ");

  const isThere = (element) =>
    element.getClientRects().length && getComputedStyle(element).visibility === "visible" && !element.closest("[inert]");

  const kindOf = (element) => {
    const dialog = element.closest("dialog") ? "dialog" : placeOf()[1] || "table";
    const holder = element.parentElement.closest("[class]:not(.part, .place), [id], [data-list]");
    const data = Object.entries(element.dataset)
      .filter(([name]) => name !== "do")
      .sort()
      .map(([name, value]) => (TELLING.includes(name) ? `${name}=${value}` : name));
    const place = holder ? holder.className.split?.(" ")[0] || holder.id || holder.localName : "";
    const own = element.className.split?.(" ")[0];
    return [dialog, place, element.localName, own, element.type, ...data].filter((part) => part).join(" ");
  };

  const saysOf = (element) => {
    const words = element.getAttribute("aria-label") || element.textContent || element.parentElement.textContent || "";
    const value = Object.entries(element.dataset).map(([name, value]) => `${name}=${value}`);
    return [element.localName, ...value, `“${words.trim().replace(/\s+/g, " ").slice(0, 60)}”`, element.getAttribute("href")]
      .filter((part) => part)
      .join(" ");
  };

  const controls = () => {
    const root = document.querySelector("dialog[open]") ?? document;
    const can = (element) => !element.disabled && element.ariaDisabled !== "true" && isThere(element);
    return [...root.querySelectorAll(CONTROLS)].filter(can);
  };

  // What must come of it; an empty text once it has.
  const expected = (element) => {
    const { hash } = location;
    const stays = () => element.isConnected;
    const moved = () => (location.hash === hash ? `the address still is ${hash}` : "");
    if (element.matches("a[href^='#/']")) {
      const href = element.getAttribute("href");
      return () => {
        if (pathOf(location.hash) !== pathOf(href)) {
          return `the address is ${location.hash}, not ${href}`;
        }
        return lineOf(href) && lineOf(location.hash) !== lineOf(href) ? `the address does not name ${lineOf(href)}` : "";
      };
    }
    if (element.matches("[type=checkbox], [type=radio]:not(:checked)")) {
      const { checked } = element;
      return () => (stays() && element.checked === checked ? "it is checked as before" : moved());
    }
    if (element.matches("summary")) {
      const { open } = element.parentElement;
      return () => (stays() && element.parentElement.open === open ? "it is as open as before" : "");
    }
    if (element.matches("button[aria-expanded]")) {
      const { ariaExpanded } = element;
      return () => (stays() && element.ariaExpanded === ariaExpanded ? "it is as open as before" : "");
    }
    if (element.matches("[role=option]:not([data-mark])")) {
      return () => (stays() && isThere(element) ? "the offers are still there" : "");
    }
    if (element.matches("[data-do=next-hit]") && [...document.querySelectorAll("main mark")].filter(isThere).length < 2) {
      return () => "";
    }
    if (element.matches("button") && !element.matches(MAY_REST)) {
      const then = around();
      return () => (around() === then ? "nothing has changed" : "");
    }
    return () => "";
  };

  globalThis.walk = {
    // How many controls of each kind there are now.
    kinds: () => {
      const kinds = {};
      for (const element of controls()) {
        const kind = kindOf(element);
        kinds[kind] = (kinds[kind] ?? 0) + 1;
      }
      return kinds;
    },
    // Takes one of them: what it is and where a pointer reaches it; nothing where something else lies over it.
    take: (kind, place) => {
      const alike = controls().filter((element) => kindOf(element) === kind);
      if (!alike.length) {
        return null;
      }
      control = alike[place % alike.length];
      control.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
      const box = control.getClientRects()[0] ?? control.getBoundingClientRect();
      // The bar of a list that scrolls sideways may lie over the lower half.
      const middle = box.left + box.width / 2;
      const places = [0.5, 0.25].map((share) => [middle, box.top + share * box.height]);
      const isReached = (top) => top && (control.contains(top) || top.closest("label")?.control === control);
      const reached = places.find(([x, y]) => isReached(document.elementFromPoint(x, y)));
      if (!reached) {
        return null;
      }
      const [x, y] = reached;
      hit = null;
      before = expected(control);
      const options = [...(control.options ?? [])].filter((option) => !option.disabled && !option.hidden);
      return { says: saysOf(control), tag: control.localName, type: control.type ?? "", role: control.role ?? "",
        data: Object.keys(control.dataset), href: control.getAttribute("href"), options: options.length, x, y,
        width: box.width, height: box.height };
    },
    // What keeps it from the focus: no words where it has it, null where the page has put another in its place.
    focus: () => {
      control.focus();
      if (document.activeElement === control) {
        return "";
      }
      return control.isConnected ? `it takes no focus: ${control.outerHTML}` : null;
    },
    // Chooses or sets a value as a reader does who has the focus there.
    set: (value) => {
      const { hash } = location;
      const { value: last } = control;
      const isInDialog = control.closest("dialog");
      control.value = value;
      control.dispatchEvent(new Event("input", { bubbles: true }));
      control.dispatchEvent(new Event("change", { bubbles: true }));
      if (control.localName === "select" && last !== value && !isInDialog) {
        before = () => (location.hash === hash ? `the address still is ${hash}` : "");
      }
    },
    options: () => [...control.options].filter((option) => !option.disabled && !option.hidden).map((option) => option.value),
    // Whether the pointer met something else, because the page has moved under it.
    missed: () => !hit || !(control.contains(hit) || hit.closest?.("label")?.control === control),
    // What has not come of the last step yet.
    lacking: () => before?.() ?? "",
    forget: () => {
      before = null;
    },
    // What is wrong with the page as a whole; it may be on its way.
    wrong: () => {
      const app = document.documentElement.dataset.app;
      if (app !== "ready") {
        return `the app is ${app}`;
      }
      if (document.querySelector("[data-waiting]")) {
        return "the page is still waiting";
      }
      // The address is written after a pause.
      const asked = new URLSearchParams(location.hash.split("?")[1]).get("q") ?? "";
      const typed = document.querySelector("input[type=search]").value;
      if (asked !== typed) {
        return `the address asks for “${asked}”, the search box for “${typed}”`;
      }
      const [, page = "table", thing] = placeOf();
      const tab = document.querySelector(".tabs [aria-current=page]")?.dataset.tab ?? null;
      const named = document.querySelector(`[data-${page}-page]`)?.getAttribute(`data-${page}-page`);
      switch (page) {
        case "measure": case "document": case "body": case "report":
          return named === thing || document.querySelector(".missing-page") ? "" : `the page of ${page} ${thing} is not there`;
        case "about": case "since": case "slips": case "your-data": case "compare":
          return document.querySelector(`.${page}-page`) ? "" : `the ${page} page is not there`;
        default: {
          const count = document.querySelector("[data-count]")?.textContent ?? "";
          const isCounted = /\d/.test(count) || document.querySelector(".missing-brief");
          if (tab !== (page || "table")) {
            return `the address says ${page}, the tab ${tab}`;
          }
          return isCounted ? "" : "nothing is counted";
        }
      }
    },
  };
}

"use strict";

// Puts one style sheet after the other over the page, and hands over what is asked of each: what is wrong with the layout,
// as a list of sentences, or where the bar on top stands.
const [sheets, asked, answer] = arguments;

// What no eye sees any more.
const SLACK_PX = 1.5;
// Lines of letters are higher than what is seen of them.
const LINE_SLACK_PX = 2.5;
// A drawing is laid out anew a few frames later; only a fault waits for more.
const DRAWN = "[data-overview], [data-plot]";
const DRAWN_AFTER = 3;
const FRAMES = 30;
const SILENT = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "OPTION", "TEXTAREA", "title"]);

const boxOf = (element) => {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return { left, top, right, bottom };
};

// The ground behind letters in a drawing is none of them, and Firefox tells it larger than it is.
const boxOfDrawn = (element) => {
  const { x, y, width, height } = element.getBBox();
  const matrix = element.getScreenCTM();
  const corners = [[x, y], [x + width, y], [x, y + height], [x + width, y + height]];
  const points = corners.map(([x, y]) => new DOMPoint(x, y).matrixTransform(matrix));
  const [across, down] = [points.map((point) => point.x), points.map((point) => point.y)];
  const [left, top, right, bottom] = [Math.min(...across), Math.min(...down), Math.max(...across), Math.max(...down)];
  return { left, top, right, bottom, width: right - left, height: bottom - top };
};

const nameOf = (element) => {
  const parts = [];
  for (let at = element; at && at !== document.body && parts.length < 3; at = at.parentElement) {
    const name = at.getAttribute("class")?.split(" ")[0];
    parts.unshift(name ? `${at.localName}.${name}` : at.localName);
  }
  return parts.join(" > ");
};

// How an element shows its text: whether at all, what cuts it off, what it lies on, and which box it should stay in.
const lookOf = (element, known) => {
  if (!element) {
    return { isHidden: false, clips: [], layer: null, block: null };
  }
  if (known.has(element)) {
    return known.get(element);
  }
  const look = { ...lookOf(element.parentElement, known) };
  known.set(element, look);
  const style = getComputedStyle(element);
  look.isHidden ||=
    SILENT.has(element.tagName) ||
    style.display === "none" ||
    style.visibility === "hidden" ||
    style.clipPath === "inset(50%)";
  if (look.isHidden) {
    return look;
  }
  const isDialog = element.localName === "dialog";
  const isOver =
    isDialog || (["absolute", "fixed", "sticky"].includes(style.position) && style.backgroundColor !== "rgba(0, 0, 0, 0)");
  look.layer = isOver ? element : look.layer;
  look.block = ["inline", "contents"].includes(style.display) ? look.block : element;
  look.clips = isDialog || style.position === "fixed" ? [] : look.clips;
  const ways = [style.overflowX, style.overflowY];
  if (ways.some((way) => way !== "visible")) {
    const lines = style.webkitLineClamp ?? "none";
    // What scrolls, or is shortened with an ellipsis, says so.
    const isMeant = ways.some((way) => way === "auto" || way === "scroll") || style.textOverflow === "ellipsis" || lines !== "none";
    const margin = style.overflowX === "clip" ? parseFloat(style.overflowClipMargin) || 0 : 0;
    const { left, top, right, bottom } = boxOf(element);
    const clip = { element, isMeant, left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin };
    look.clips = [...look.clips, clip];
  }
  return look;
};

// How far `inner` reaches out of `outer`; `high` more is allowed above and below.
const outside = (inner, outer, high) =>
  Math.max(outer.left - inner.left, inner.right - outer.right, outer.top - inner.top - high, inner.bottom - outer.bottom - high);

const faultsOf = () => {
  const page = document.documentElement;
  const faults = new Map();
  const known = new Map();
  const say = (what, element, text, px) => {
    const words = text.trim().slice(0, 40);
    // Of many alike one tells enough.
    const place = `${what}: ${nameOf(element)}`;
    faults.set(place, faults.get(place) ?? `${place} “${words}” (${Math.round(px)} px)`);
  };
  const sideways = page.scrollWidth - page.clientWidth;
  if (0 < sideways) {
    faults.set("sideways", `the page scrolls sideways (${sideways} px)`);
  }
  const runs = [];
  const range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility() || lookOf(element, known).isHidden) {
      continue;
    }
    const look = lookOf(element, known);
    const isDrawn = element.namespaceURI.endsWith("svg");
    range.selectNodeContents(node);
    const lines = isDrawn ? [boxOfDrawn(element)] : [...range.getClientRects()];
    for (const { left, top, right, bottom, width, height } of lines) {
      if (width < 1 || height < 1) {
        continue;
      }
      const line = { left, top, right, bottom };
      const seen = { ...line };
      let isCut = false;
      for (const clip of look.clips) {
        const over = outside(line, clip, 0);
        if (!clip.isMeant && SLACK_PX < over) {
          say(`cut off by ${nameOf(clip.element)}`, element, node.data, over);
          isCut = true;
        }
        seen.left = Math.max(seen.left, clip.left);
        seen.top = Math.max(seen.top, clip.top);
        seen.right = Math.min(seen.right, clip.right);
        seen.bottom = Math.min(seen.bottom, clip.bottom);
      }
      if (seen.right - seen.left < 1 || seen.bottom - seen.top < 1) {
        continue;
      }
      const beside = Math.max(-seen.left, seen.right - page.clientWidth);
      if (!isCut && SLACK_PX < beside) {
        say("outside of the window", element, node.data, beside);
      }
      const box = isDrawn ? element.closest(".mark")?.querySelector("rect:last-of-type") : look.block;
      if (box && !look.clips.some((clip) => clip.isMeant && box.contains(clip.element))) {
        const over = outside(line, boxOf(box), 1);
        if (SLACK_PX < over) {
          say("runs out of its box", element, node.data, over);
        }
      }
      runs.push({ node, element, layer: look.layer, ...seen });
    }
  }
  runs.sort((one, other) => one.top - other.top);
  runs.forEach((one, place) => {
    for (let next = place + 1; next < runs.length && runs[next].top < one.bottom - LINE_SLACK_PX; next += 1) {
      const other = runs[next];
      if (one.node === other.node || one.layer !== other.layer) {
        continue;
      }
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (SLACK_PX < wide && LINE_SLACK_PX < high) {
        say(`overlaps ${nameOf(other.element)} “${other.node.data.trim().slice(0, 40)}”`, one.element, one.node.data, wide);
      }
    }
  });
  return [...faults.values()];
};

const placesOf = (parts) =>
  parts.map((part) => {
    const { left, top, right, bottom } = boxOf(document.querySelector(part));
    return `${part} ${[left + scrollX, top + scrollY, right + scrollX, bottom + scrollY].map(Math.round)}`;
  });
const BAR = [".top-bar", ".top-bar .name", ".top-bar .edition"];
// What a reader sees first: of the table, and of a thing.
const SCREENS = [
  [".measures", ".tabs", ".view-tools", "main h1", ".overview-strip", ".overview-words", ".measure-row:nth-child(9)"],
  [".trail", ".tabs", ".view-tools", ".kicker", ".kicker + *", ".contents-line", ".summary", ".standing", ".measure-timeline"],
];
const isShown = (part) => document.querySelector(part)?.checkVisibility();
const screenOf = () => placesOf(SCREENS.find(([part]) => isShown(part)).filter(isShown));

const frames = async (count) => {
  for (let frame = 0; frame < count; frame += 1) {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  }
};

const askAll = async () => {
  const over = new CSSStyleSheet();
  document.adoptedStyleSheets = [over];
  const answers = [];
  for (const sheet of sheets) {
    over.replaceSync(sheet);
    scrollTo(0, 0);
    if (asked !== "faults") {
      answers.push(asked === "bar" ? placesOf(BAR) : screenOf());
      continue;
    }
    await frames(document.querySelector(DRAWN) ? DRAWN_AFTER : 1);
    let found = faultsOf();
    for (let waited = 0; 0 < found.length && waited < FRAMES; waited += DRAWN_AFTER) {
      await frames(DRAWN_AFTER);
      found = faultsOf();
    }
    answers.push(found);
  }
  document.adoptedStyleSheets = [];
  return answers;
};

askAll().then(answer, (error) => answer([[`${error}`]]));

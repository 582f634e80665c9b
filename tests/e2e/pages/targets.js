"use strict";

// What is wrong with the targets of the page for a finger: those that are lower than they may be, and those that lie on each
// other. Links within a sentence are as high as its line (WCAG 2.2, 2.5.8), and lie on nothing either.

const LEAST_PX = 24;
// What no finger feels any more.
const SLACK_PX = 0.6;
// So many words beside its links make a sentence.
const SENTENCE = 4;
const TARGETS = "a, button, summary, select, input:not([type=checkbox], [type=radio]), label:has([type=checkbox], [type=radio])";

const nameOf = (element) => {
  const parts = [];
  for (let at = element; at && at !== document.body && parts.length < 4; at = at.parentElement) {
    const name = at.getAttribute("class")?.split(" ")[0];
    parts.unshift(name ? `${at.localName}.${name}` : at.localName);
  }
  return `${parts.join(" > ")} “${element.textContent.trim().slice(0, 40)}”`;
};

const styles = new Map();
const styleOf = (element) => {
  if (!styles.has(element)) styles.set(element, getComputedStyle(element));
  return styles.get(element);
};

// It and what surrounds it: some of that cuts off what is outside, some stays while the page moves below it.
const around = function* (element) {
  for (let at = element; at && at !== document.body; at = at.parentElement) yield at;
};
const isApart = (element) => [...around(element)].some((each) => ["fixed", "sticky"].includes(styleOf(each).position) || each.matches(".skip-link"));

const heightOf = (element) => Math.max(...[...element.getClientRects()].map(({ height }) => height));

const boxesOf = (element) => {
  const windows = [...around(element.parentElement)].filter((each) => styleOf(each).overflow !== "visible").map((each) => each.getBoundingClientRect());
  const cut = (box) => windows.reduce((box, by) => ({
    left: Math.max(box.left, by.left), top: Math.max(box.top, by.top), right: Math.min(box.right, by.right), bottom: Math.min(box.bottom, by.bottom),
  }), box);
  const boxes = [...element.getClientRects()].map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
  return boxes.map(cut).filter(({ left, top, right, bottom }) => 1 < right - left && 1 < bottom - top);
};

const wordsBeside = (element) => {
  const block = [...around(element.parentElement)].find((each) => !/^inline$|contents/.test(styleOf(each).display)) ?? document.body;
  const read = (node) => node.nodeType === Node.TEXT_NODE ? node.data
    : node.nodeType === Node.ELEMENT_NODE && !node.matches(TARGETS) ? [...node.childNodes].map(read).join("") : " ";
  return read(block).match(/\p{L}{2,}/gu)?.length ?? 0;
};

const shown = [...document.querySelectorAll(TARGETS)]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !isApart(element))
  .map((element) => ({ element, boxes: boxesOf(element) }))
  .filter(({ boxes }) => boxes.length);

const low = shown.flatMap(({ element }) => {
  const height = heightOf(element);
  const isLow = height < LEAST_PX - SLACK_PX && wordsBeside(element) < SENTENCE;
  return isLow ? [`only ${height.toFixed(1)} pixels high: ${nameOf(element)}`] : [];
});

const all = shown.flatMap(({ element, boxes }) => boxes.map((box) => ({ element, ...box }))).sort((one, other) => one.top - other.top);
const over = all.flatMap((one, place) => {
  const faults = [];
  for (let next = place + 1; next < all.length && all[next].top < one.bottom - SLACK_PX; next += 1) {
    const other = all[next];
    const isBeside = other.right - SLACK_PX <= one.left || one.right <= other.left + SLACK_PX;
    const isWithin = one.element.contains(other.element) || other.element.contains(one.element);
    if (!isBeside && !isWithin) faults.push(`${(one.bottom - other.top).toFixed(1)} pixels of ${nameOf(one.element)} lie on ${nameOf(other.element)}`);
  }
  return faults;
});

// A finger that touches 12 pixels beside the middle of a mark touches it, or another one.
const marks = [...document.querySelectorAll("[data-marks] .mark")].flatMap((mark) => {
  const { left, top, right, bottom } = mark.getBoundingClientRect();
  const [x, y, reach] = [(left + right) / 2, (top + bottom) / 2, LEAST_PX / 2 - SLACK_PX];
  const isSeen = (x, y) => document.elementFromPoint(x, y)?.closest("[data-lines]");
  const around = [[x - reach, y], [x + reach, y], [x, y - reach], [x, y + reach]];
  const isMissed = isSeen(x, y) && around.some(([x, y]) => isSeen(x, y) && !document.elementFromPoint(x, y).closest(".mark"));
  return isMissed ? [`a finger misses ${nameOf(mark)}`] : [];
});

return [...low, ...over, ...marks];

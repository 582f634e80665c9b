"use strict";
{
  // Not a panic: the program traps without a word, at its first start or, with `trapsAlways`, at each.
  const isSecond = performance.getEntriesByType("navigation")[0].type === "reload";
  const trap = () => {
    throw new WebAssembly.RuntimeError("trapped on purpose");
  };
  if (!isSecond || globalThis.trapsAlways) {
    WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
      construct: (Instance, parts) => {
        const exports = Object.entries(new Instance(...parts).exports);
        return { exports: Object.fromEntries(exports.map(([name, it]) => [name, it instanceof Function ? trap : it])) };
      },
    });
  }
}

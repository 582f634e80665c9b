"use strict";
window.recordedProblems = [];
{
  const record = (kind, text) => window.recordedProblems.push(kind + ": " + text);
  const { error } = console;
  console.error = (...parts) => {
    record("console.error", parts.join(" "));
    error.apply(console, parts);
  };
  addEventListener("error", (event) => record("uncaught", event.message || event.target.outerHTML), true);
  addEventListener("unhandledrejection", (event) => record("unhandled rejection", String(event.reason)));
  document.addEventListener("securitypolicyviolation", (event) =>
    record("Content-Security-Policy", event.violatedDirective + " refuses " + event.blockedURI));
  // Of what a script from disk throws, the page is told no more than that it did; the program's own errors are taken before.
  if (typeof WebAssembly === "object") {
    let last;
    const watched = (call) => (...parts) => {
      try {
        return call(...parts);
      } catch (error) {
        if (error !== last) {
          record("program", `${error}\n${error?.stack}`);
        }
        last = error;
        throw error;
      }
    };
    WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
      construct: (Instance, parts) => {
        const exports = Object.entries(new Instance(...parts).exports);
        return { exports: Object.fromEntries(exports.map(([name, it]) => [name, it instanceof Function ? watched(it) : it])) };
      },
    });
  }
}

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
}

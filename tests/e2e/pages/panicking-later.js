"use strict";
// In the middle of a write to the address the program hears that the address has changed, as it does in no browser, and panics.
for (const name of ["pushState", "replaceState"]) {
  const write = History.prototype[name];
  History.prototype[name] = function (...said) {
    dispatchEvent(new HashChangeEvent("hashchange"));
    return write.apply(this, said);
  };
}

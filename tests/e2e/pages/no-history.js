"use strict";
for (const call of ["pushState", "replaceState"]) {
  History.prototype[call] = () => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  };
}

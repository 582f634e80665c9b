"use strict";
// What the program takes for granted is refused, so that it panics as it draws.
Node.prototype.cloneNode = () => {
  throw new Error("refused on purpose");
};

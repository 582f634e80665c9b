"use strict";
delete Uint8Array.fromBase64;
WebAssembly.Module = class {
  constructor() {
    throw new RangeError("too large to compile at once");
  }
};

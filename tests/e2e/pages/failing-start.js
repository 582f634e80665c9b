"use strict";
WebAssembly.Module = class {
  constructor() {
    throw new RangeError("too large to compile at once");
  }
};
WebAssembly.instantiate = () => Promise.reject(new WebAssembly.CompileError("this machine compiles nothing"));

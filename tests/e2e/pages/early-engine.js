"use strict";
delete window.DecompressionStream;
delete window.WebAssembly;

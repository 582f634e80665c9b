"use strict";
delete window.DecompressionStream;

"use strict";
// What the program no longer listens to still reaches it: it finds its state gone, and panics.
EventTarget.prototype.removeEventListener = () => {};

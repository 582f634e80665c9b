"use strict";
window.sawRecord = false;
new MutationObserver(() => {
  window.sawRecord ||= Boolean(document.getElementById("record"));
}).observe(document, { childList: true, subtree: true });

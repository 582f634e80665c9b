"use strict";

// Stands in the copy that `cargo xtask serve` shows, and in no other.
setInterval(async () => {
  // A server that does not answer has ended, or is about to be started again.
  const version = await fetch("/version").then((answer) => answer.text(), () => "{{version}}");
  if (version !== "{{version}}") {
    location.reload();
  }
}, 500);

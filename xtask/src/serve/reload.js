"use strict";

// Stands in the copy that `cargo xtask serve` shows, and in no other.
(async () => {
  for (;;) {
    try {
      const version = await (await fetch("/version?{{version}}")).text();
      if (version !== "{{version}}") {
        location.reload();
        return;
      }
    } catch {
      // The server has ended, or is about to start again.
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
})();

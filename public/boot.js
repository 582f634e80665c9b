"use strict";

// Starts the program with the dataset. Both are in the page, compressed and as base64. After an error, `sayWhyNot` of head.js
// shows a message and the record.
{
  const decode = (base64) => {
    if (Uint8Array.fromBase64) {
      return Uint8Array.fromBase64(base64);
    }
    const text = atob(base64);
    const bytes = new Uint8Array(text.length);
    for (let index = 0; index < text.length; index += 1) {
      bytes[index] = text.charCodeAt(index);
    }
    return bytes;
  };

  // A `Blob` in place of the inner response would be read through another process, which takes a tenth of the start.
  // Streamed compilation is no faster here, and lets a long title fail in WebKitGTK.
  const inflate = async (bytes) => {
    const stream = new Response(bytes).body.pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  };

  const textOf = (id) => document.getElementById(id)?.textContent ?? "";

  // The dataset in UTF-8. Data put into the page by hand need not be packed.
  const readDataset = async () => {
    const text = textOf("dataset");
    try {
      return await inflate(decode(text));
    } catch {
      return new TextEncoder().encode(text);
    }
  };

  // For a page in parts: a file beside it, or its bytes from one place to another. A server that knows no ranges sends all of it,
  // which is kept. What is wrong is a word.
  const whole = new Map();
  let cache = "default";
  globalThis.forgetParts = () => {
    whole.clear();
    cache = "reload";
  };
  globalThis.fetchPart = async (address, from, to, patience) => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), patience);
    try {
      if (!whole.has(address)) {
        const headers = from < to ? { Range: `bytes=${from}-${to - 1}` } : {};
        const answer = await fetch(address, { headers, cache, signal: stop.signal });
        if (!answer.ok) {
          return answer.status === 404 || answer.status === 410 ? "missing" : "unreachable";
        }
        const bytes = new Uint8Array(await answer.arrayBuffer());
        if (answer.status === 206 || to <= from) {
          return bytes;
        }
        whole.set(address, bytes);
      }
      return whole.get(address).subarray(from, to);
    } catch {
      return stop.signal.aborted ? "slow" : "unreachable";
    } finally {
      clearTimeout(timer);
    }
  };

  // Synchronous compilation is fastest, but engines refuse it above some size.
  const compileAtOnce = (bytes) => {
    try {
      return new WebAssembly.Module(bytes);
    } catch {
      return null;
    }
  };

  const start = async () => {
    const reading = readDataset();
    const bytes = await inflate(decode(textOf("program")));
    const module = compileAtOnce(bytes);
    let dataset = await reading;
    globalThis.readDataset = readDataset;
    // The program calls this once; after that, the dataset is not kept twice.
    globalThis.takeDataset = () => {
      const taken = dataset;
      dataset = null;
      return taken;
    };
    if (module) {
      wasm_bindgen.initSync({ module });
    } else {
      await wasm_bindgen({ module_or_path: bytes });
    }
  };

  // WebKitGTK sometimes corrupts the memory of a program that it has just started; a second start gets new memory. Not after a
  // panic, which would come again; not once the app was usable; and not if the errors cannot be kept.
  const startsAgain = (error) => {
    const isTrap = error instanceof WebAssembly.RuntimeError;
    if (!isTrap || seenErrors.length || performance.getEntriesByName("usable").length) {
      return false;
    }
    noteError("{{started-again}}".split("%").join(error), error.stack);
    try {
      history.replaceState({ seenErrors }, "");
    } catch {
      return false;
    }
    location.reload();
    return true;
  };

  if (typeof WebAssembly !== "object") {
    sayWhyNot("{{no-web-assembly}}");
  } else if (typeof DecompressionStream !== "function") {
    sayWhyNot("{{too-old}}");
  } else {
    try {
      showFirst();
    } catch (error) {
      // The program works without it.
      noteError(String(error), error.stack);
    }
    start().catch((error) => {
      if (startsAgain(error)) {
        return;
      }
      // A panic says more than the trap that follows it.
      const [told] = seenErrors.slice(isSecondStart ? 1 : 0);
      const why = told ? told.split("\n", 2).join(" ") : error;
      noteError(String(error), error.stack);
      sayWhyNot("{{failed}}".split("%").join(why));
    });
  }
}

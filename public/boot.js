"use strict";

// Starts the program and hands it the dataset, which both stand in the page, compressed and as base64. What goes wrong is
// said in the page, never left blank: `sayWhyNot` of head.js shows the record.
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

  // The dataset in UTF-8. Who puts other data into the page need not pack them: what is not packed is taken as it stands.
  const readDataset = async () => {
    const text = textOf("dataset");
    try {
      return await inflate(decode(text));
    } catch {
      return new TextEncoder().encode(text);
    }
  };

  // Compiling at once is fastest, but engines refuse it above a size of their own choosing.
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
    // The program asks for this once; what it has taken is kept twice no longer.
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

  // WebKitGTK now and then damages the memory of a program that it has just started. A second start has a memory of its own.
  // Not after an error that the program itself has told, which would come again; nor once it has made its mark; nor where
  // what was seen could not be handed on.
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
      // The program does without.
      noteError(String(error), error.stack);
    }
    start().catch((error) => {
      if (startsAgain(error)) {
        return;
      }
      // What the program said of itself says more than that it ended.
      const [told] = seenErrors.slice(isSecondStart ? 1 : 0);
      const why = told ? told.split("\n", 2).join(" ") : error;
      noteError(String(error), error.stack);
      sayWhyNot("{{failed}}".split("%").join(why));
    });
  }
}

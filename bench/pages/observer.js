"use strict";

// Runs before anything of a page, the same in every page: knows what is right, waits until the DOM holds it, and takes the
// time. `plan` is `{ page, all, begin, loadLimit, limit }`, where a right answer is `{ count, first }`: how many there are, and the
// first ids. `begin` is `{ right, chosen }` where only the beginning is looked at: the rows with which the page begins, or those
// with a Presidency that is chosen as soon as it can be.
{
  const plan = {{plan}};
  const FRAME_MS = 1000 / 60;
  const BELOW_PX = 40;
  // So long a reader waits before trying a control again that shows the choice but has not answered.
  const PATIENCE_MS = 2_000;

  const ids = (selector, idOf) => Array.from(document.querySelectorAll(selector), idOf);
  const ofMeasure = (row) => row.dataset.measure;
  const control = (value) =>
    document.querySelector("[data-bench-presidency]") ??
    document.querySelector(`input[data-facet="presidency"][data-value="${value}"]`);
  const choose = (value) => {
    const choice = control(value);
    if (choice.localName === "select") {
      choice.value = choice.value === value ? "" : value;
      choice.dispatchEvent(new Event("change", { bubbles: true }));
    } else {
      choice.click();
    }
  };
  const routed = {
    rows: () => ids("tbody tr[data-measure]", ofMeasure),
    isReady: () => !document.getElementById("opening") && document.querySelector("input[data-facet=presidency]") !== null,
    plot: () => document.querySelector("[data-plot] [data-lines], canvas[data-plot]"),
    view: () => Object.values({ ...document.querySelector("[data-plot]").dataset }).join(),
  };
  const peer = { isReady: () => document.querySelectorAll("select option").length > 1 };
  const pages = {
    ours: routed,
    plain: routed,
    tabulator: { ...peer, rows: () => ids(".tabulator-row .tabulator-cell[tabulator-field=number]", (cell) => cell.textContent) },
    "ag-grid": {
      ...peer,
      rows: () => {
        const rows = [...document.querySelectorAll(".ag-row[row-id]")];
        rows.sort((one, other) => one.getAttribute("row-index") - other.getAttribute("row-index"));
        return rows.map((row) => row.getAttribute("row-id"));
      },
    },
    "vis-timeline": {
      ...peer,
      isAnyOrder: true,
      rows: () => [...new Set(ids(".vis-item[data-measure]", ofMeasure))],
      plot: () => document.querySelector(".vis-panel.vis-center"),
      view: () => JSON.stringify(window.timeline.getWindow()),
    },
  };
  const page = pages[plan.page];
  // `39`, `39 of 74 measures` and `All 74 measures` are counts; what is not written yet is none.
  const count = () => {
    const says = document.querySelector("h1 [data-count]")?.textContent ?? "";
    return says === "" ? NaN : Number(says.match(/\d+/)?.[0] ?? 0);
  };

  // Whether what stands in the DOM is right as far as a look tells; the whole of it is checked afterwards, outside.
  const isRight = (right) => {
    if (count() !== right.count) {
      return false;
    }
    const rows = page.rows();
    if (page.isAnyOrder) {
      right.set ??= new Set(right.first);
      return rows.every((id) => right.set.has(id)) && rows.length > 0 === right.count > 0;
    }
    return isInOrder(rows, right) && isFilled(rows);
  };
  const isInOrder = (rows, right) =>
    rows.length <= right.count && right.first.every((id, place) => place >= rows.length || rows[place] === id);

  // Whether there is nothing more to show, in the window or at all. Asked last, because it lays the page out.
  const isFilled = (rows) => {
    if (rows.length === count()) {
      return true;
    }
    return innerHeight - BELOW_PX <= bottom();
  };
  // Where the last row ends.
  const bottom = () => {
    const drawn = [...document.querySelectorAll("tbody tr[data-measure], .tabulator-row, .ag-row")];
    return Math.max(...drawn.map((row) => row.getBoundingClientRect().bottom));
  };

  // The time at which the DOM has become right; the time is taken before the look, so that looking costs nothing.
  const untilRight = (right) =>
    new Promise((resolve) => {
      const give = setTimeout(() => end(null), plan.limit);
      let isOver = false;
      const end = (time) => {
        isOver = true;
        observer.disconnect();
        clearTimeout(give);
        resolve(time);
      };
      const look = () => {
        const now = performance.now();
        if (!isOver && isRight(right)) {
          end(now);
        }
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { subtree: true, childList: true, characterData: true, attributeFilter: ["row-id", "row-index"] });
      const onFrame = () => {
        look();
        if (!isOver) {
          requestAnimationFrame(onFrame);
        }
      };
      requestAnimationFrame(onFrame);
      look();
    });

  const frame = () => new Promise(requestAnimationFrame);
  const painted = async () => {
    await frame();
    await new Promise((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = resolve;
      channel.port2.postMessage(null);
    });
    return performance.now();
  };
  const rest = async () => {
    await painted();
    await new Promise((resolve) => setTimeout(resolve, 50));
  };

  const held = () => {
    const rows = page.rows();
    const stated = document.querySelector("table[aria-rowcount]")?.getAttribute("aria-rowcount");
    return { count: count(), stated: stated ? Number(stated) : null, rows: rows.join(" "), isFilled: isFilled(rows) };
  };

  const longTasks = [];
  new PerformanceObserver((list) => {
    longTasks.push(...list.getEntries().map((task) => [task.startTime, task.duration]));
  }).observe({ type: "longtask", buffered: true });

  const wasmMemories = new Set();
  const keepMemories = (instance) => {
    for (const part of Object.values(instance?.exports ?? {})) {
      if (part instanceof WebAssembly.Memory) {
        wasmMemories.add(part);
      }
    }
    return instance;
  };
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct: (target, parameters) => keepMemories(Reflect.construct(target, parameters)),
  });
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...parameters) => {
    const result = await instantiate(...parameters);
    keepMemories(result.instance ?? result);
    return result;
  };

  // Looks at every change and every frame, until `look` gives something.
  const watched = (look) =>
    new Promise((resolve) => {
      let isOver = false;
      const onChange = () => {
        const found = isOver ? null : look();
        if (found !== null) {
          isOver = true;
          observer.disconnect();
          resolve(found);
        }
      };
      const observer = new MutationObserver(onChange);
      observer.observe(document, { subtree: true, childList: true, characterData: true });
      const onFrame = () => {
        onChange();
        if (!isOver) {
          requestAnimationFrame(onFrame);
        }
      };
      requestAnimationFrame(onFrame);
    });

  const untilUsable = () =>
    watched(() => {
      const now = performance.now();
      return isRight(plan.all) && page.isReady() ? now : null;
    });

  // The time at which the right rows stand in the page and are laid out, whoever has put them there. To lay them out is part of
  // it, to compare them is not.
  const rowsStand = (right) => {
    const now = performance.now();
    const rows = page.rows();
    if (rows.length === 0 || !isInOrder(rows, right)) {
      return null;
    }
    const compared = performance.now();
    const end = bottom();
    const isSeen = 0 < end && (rows.length === right.count || innerHeight - BELOW_PX <= end);
    return isSeen ? now + performance.now() - compared : null;
  };

  // A reader who chooses as soon as it can be, and again where the page has not taken it. Acts in a task of its own, as a
  // pointer would.
  const choosing = (value, isOver) => {
    let [lastTime, isAsked] = [0, false];
    const isChosen = (choice) => (choice.localName === "select" ? choice.value === value : choice.checked);
    const isWanted = (choice) => !isChosen(choice) || lastTime + PATIENCE_MS < performance.now();
    const canBeUsed = (choice) =>
      !choice.disabled && choice.getClientRects().length > 0 && (choice.localName !== "select" || page.isReady());
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      isAsked = false;
      const choice = control(value);
      if (!isOver() && choice && isWanted(choice) && canBeUsed(choice)) {
        lastTime = performance.now();
        choose(value);
      }
    };
    return () => {
      if (!isAsked) {
        isAsked = true;
        port2.postMessage(null);
      }
    };
  };

  // The time of the rows with which the page begins, and what it held then: it may be drawn anew since.
  const untilBegun = ({ right, chosen }) => {
    let begun = null;
    const attempt = chosen ? choosing(chosen, () => begun !== null) : () => {};
    return watched(() => {
      const time = rowsStand(right);
      if (time === null) {
        attempt();
        return null;
      }
      begun = { time, ...held() };
      return begun;
    });
  };

  const opened = plan.begin ? untilBegun(plan.begin) : untilUsable();

  // One event: from just before it until the DOM is right, and until that is painted.
  const event = async (act, right) => {
    await rest();
    const started = performance.now();
    act();
    const dom = isRightAtOnce(right) ?? (await untilRight(right));
    // A page that blocks its thread is not even told that its time is over.
    if (dom === null || plan.limit < dom - started) {
      return { dom: null, paint: null, ...held() };
    }
    return { dom: dom - started, paint: (await painted()) - started, ...held() };
  };
  const isRightAtOnce = (right) => {
    const now = performance.now();
    return isRight(right) ? now : null;
  };

  const frames = async (number, act) => {
    const times = [];
    const handled = [];
    let before = await frame();
    for (let step = 1; step <= number; step += 1) {
      const started = performance.now();
      act(step / number);
      handled.push(performance.now() - started);
      const now = await frame();
      times.push(now - before);
      before = now;
    }
    const missed = (time) => (1.5 * FRAME_MS < time ? Math.round(time / FRAME_MS) - 1 : 0);
    return { times, handled, dropped: times.reduce((sum, time) => sum + missed(time), 0) };
  };

  const scroller = () => {
    for (let part = document.querySelector("tbody tr, .tabulator-row, .ag-row"); part; part = part.parentElement) {
      const { overflowY } = getComputedStyle(part);
      if ((overflowY === "auto" || overflowY === "scroll") && part.clientHeight + 1 < part.scrollHeight) {
        return part;
      }
    }
    return document.scrollingElement;
  };

  const inTime = () => Promise.race([opened, new Promise((resolve) => setTimeout(() => resolve(null), plan.loadLimit))]);

  window.bench = {
    // The rows with which the page begins.
    begun: async () => (await inTime()) ?? { time: null, ...held() },

    // What loading took, once the table is usable.
    async load() {
      const time = await inTime();
      await rest();
      const paint = performance.getEntriesByType("paint").find((entry) => entry.name === "first-contentful-paint");
      return { usable: time, firstPaint: paint?.startTime ?? null, ...held() };
    },

    longTasks: () => longTasks.splice(0),

    wasmBytes: () => [...wasmMemories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0),

    // A value chosen, or let go of: the same click.
    filter: (value, right) => event(() => choose(value), right),

    // What a reader who types or deletes a letter leaves in the box.
    type(typed, right) {
      const box = document.querySelector("input[type=search]");
      const act = () => {
        box.value = typed;
        box.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
      };
      return event(act, right);
    },

    // From one end of the list to the other in two seconds; then until the last row stands there, or for too long.
    async scroll(last) {
      const part = scroller();
      await rest();
      const result = await frames(120, (share) => {
        part.scrollTop = share * (part.scrollHeight - part.clientHeight);
      });
      const started = performance.now();
      while (page.rows().at(-1) !== last && performance.now() - started < plan.limit) {
        part.scrollTop = part.scrollHeight;
        await rest();
      }
      const rows = page.rows();
      part.scrollTop = 0;
      await rest();
      return { ...result, last: rows.at(-1) };
    },

    // Drags and wheels over the timeline, one event a frame.
    async timeline() {
      if (!page.plot) {
        return null;
      }
      const started = performance.now();
      location.hash = location.hash.replace("/table", "/timeline");
      const shown = () => page.plot()?.getBoundingClientRect().width > 0;
      while (!shown() && performance.now() - started < plan.limit) {
        await frame();
      }
      const opened = (await painted()) - started;
      await rest();
      const plot = page.plot();
      const { left, top, width } = plot.getBoundingClientRect();
      const place = { clientX: left + width / 2, clientY: Math.max(top, 0) + 60, bubbles: true, cancelable: true, composed: true };
      const pointer = { ...place, pointerId: 1, pointerType: "mouse", isPrimary: true, button: 0, buttons: 1 };
      const before = page.view();
      plot.dispatchEvent(new PointerEvent("pointerdown", pointer));
      let clientX = pointer.clientX;
      const pan = await frames(60, () => {
        clientX -= 4;
        const moved = new PointerEvent("pointermove", { ...pointer, clientX, movementX: -4, button: -1 });
        page.plot().dispatchEvent(moved);
      });
      page.plot().dispatchEvent(new PointerEvent("pointerup", { ...pointer, clientX, buttons: 0 }));
      await rest();
      const between = page.view();
      const zoom = await frames(60, (share) => {
        // Further in than out again, so that it can be seen that something has moved.
        page.plot().dispatchEvent(new WheelEvent("wheel", { ...place, ctrlKey: true, deltaY: share <= 0.6 ? -60 : 60 }));
      });
      await rest();
      return { opened, pan, zoom, hasPanned: before !== between, hasZoomed: between !== page.view() };
    },
  };
}

"use strict";

// Every dated fact of what is shown, on a canvas: a lane for each priority, a dot for each fact where there is room, and a
// bar for the number of them where there is not. What is drawn is bounded by the pixels.
{
  const DAY_MS = 86_400_000;
  const HEAD_PX = 24;
  const DOT_PX = 6;
  const ZOOM = 1.0015;

  const dayOf = (number) => Date.UTC(Math.floor(number / 10000), (Math.floor(number / 100) % 100) - 1, number % 100) / DAY_MS;

  // The middle of each fact's time with its measure, in the order of time, for each priority.
  const inLanes = (facts) => {
    const lanes = facts.dataset.priorities.map(() => []);
    const place = new Map(facts.dataset.priorities.map((priority, lane) => [priority.id, lane]));
    facts.dataset.measures.forEach((measure, owner) => {
      const lane = lanes[place.get(measure.priority)];
      const add = (text) => {
        if (text) {
          const [first, last] = facts.period(text);
          lane.push({ day: (dayOf(first) + dayOf(last)) / 2, owner });
        }
      };
      measure.state_of_play.forEach((event) => add(event.date));
      measure.follow_up.forEach((commitment) => add(commitment.due));
    });
    return lanes.map((lane) => {
      lane.sort((one, other) => one.day - other.day);
      return { days: Float64Array.from(lane, (fact) => fact.day), owners: Int32Array.from(lane, (fact) => fact.owner) };
    });
  };

  const firstFrom = (days, day) => {
    let [low, high] = [0, days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      [low, high] = days[middle] < day ? [middle + 1, high] : [low, middle];
    }
    return low;
  };

  window.startTimeline = (facts, shown) => {
    const canvas = document.querySelector("canvas");
    let lanes = null;
    let view = { from: dayOf(20150101), to: dayOf(20211231) };
    let isShown = new Uint8Array(0);

    const draw = () => {
      const { clientWidth: width, clientHeight: height } = canvas;
      const pen = canvas.getContext("2d");
      const scale = width / (view.to - view.from);
      const lanePx = (height - HEAD_PX) / lanes.length;
      pen.clearRect(0, 0, width, height);
      pen.fillStyle = getComputedStyle(canvas).color;
      const firstYear = new Date(view.from * DAY_MS).getUTCFullYear();
      const lastYear = new Date(view.to * DAY_MS).getUTCFullYear();
      for (let year = firstYear; year <= lastYear; year += 1) {
        pen.fillText(String(year), (dayOf(year * 10000 + 101) - view.from) * scale, 14);
      }
      const bins = new Uint32Array(Math.ceil(width / DOT_PX) + 1);
      lanes.forEach((lane, number) => {
        const bottom = HEAD_PX + (number + 1) * lanePx;
        pen.fillText(facts.dataset.priorities[number].short_title, 4, bottom - lanePx + 12);
        bins.fill(0);
        const end = firstFrom(lane.days, view.to);
        for (let place = firstFrom(lane.days, view.from); place < end; place += 1) {
          bins[Math.floor(((lane.days[place] - view.from) * scale) / DOT_PX)] += isShown[lane.owners[place]];
        }
        const room = Math.floor((lanePx - 16) / DOT_PX);
        bins.forEach((facts, bin) => {
          if (facts > room) {
            const share = Math.min(1, Math.log2(facts) / 16);
            pen.fillRect(bin * DOT_PX, bottom - share * (lanePx - 16), DOT_PX - 1, share * (lanePx - 16));
          } else {
            for (let dot = 0; dot < facts; dot += 1) {
              pen.fillRect(bin * DOT_PX, bottom - (dot + 1) * DOT_PX, DOT_PX - 1, DOT_PX - 1);
            }
          }
        });
      });
      canvas.dataset.from = view.from.toFixed(1);
      canvas.dataset.to = view.to.toFixed(1);
    };

    // However many events come, one frame draws once.
    let isAsked = false;
    const drawSoon = () => {
      if (!isAsked) {
        isAsked = true;
        requestAnimationFrame(() => {
          isAsked = false;
          draw();
        });
      }
    };

    const move = (days) => {
      view = { from: view.from + days, to: view.to + days };
      drawSoon();
    };
    canvas.addEventListener("pointermove", (event) => {
      if (event.buttons === 1) {
        move((-event.movementX * (view.to - view.from)) / canvas.clientWidth);
      }
    });
    canvas.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) {
        return;
      }
      event.preventDefault();
      const middle = view.from + ((view.to - view.from) * event.offsetX) / canvas.clientWidth;
      const factor = ZOOM ** event.deltaY;
      view = { from: middle + (view.from - middle) * factor, to: middle + (view.to - middle) * factor };
      drawSoon();
    });

    return () => {
      lanes ??= inLanes(facts);
      canvas.width = canvas.clientWidth;
      canvas.height = canvas.clientHeight;
      isShown = new Uint8Array(facts.dataset.measures.length);
      for (const place of shown()) {
        isShown[place] = 1;
      }
      draw();
    };
  };
}

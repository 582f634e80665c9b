"use strict";

// The practical floor: the same table, filters, search and timeline, written by hand for this one purpose.
{
  const facts = readFacts();
  const { measures, priorities } = facts.dataset;
  const STATUSES = ["proposed", "negotiating", "blocked", "adopted", "implementing", "continuous", "completed"];
  const ROW_PX = 80;
  const BESIDE = 4;
  const STRIP = 5;

  const escapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  const escape = (text) => text.replace(/[&<>"]/g, (letter) => escapes[letter]);
  const placeOf = (list) => new Map(list.map((item, place) => [item, place]));

  // What the filters ask of each measure, as numbers: one pass over them answers everything.
  const parties = facts.dataset.bodies.filter((body) => body.kind === "working-party");
  const partyPlace = placeOf(parties.map((body) => body.id));
  const priorityPlace = placeOf(priorities.map((priority) => priority.id));
  const statusPlace = placeOf(STATUSES);
  const priorityOf = Uint8Array.from(measures, (measure) => priorityPlace.get(measure.priority));
  const statusOf = Uint8Array.from(measures, (measure) => statusPlace.get(measure.status));
  const presidencyOf = Int32Array.from(measures, facts.presidencyBits);
  const partiesOf = measures.map((measure) => measure.working_parties.map((id) => partyPlace.get(id)));

  // The texts are made when nothing else is to be done, or when the first letter is typed.
  const texts = new Array(measures.length);
  let textsMade = 0;
  const makeTexts = (isOver) => {
    while (textsMade < measures.length && !isOver()) {
      texts[textsMade] = facts.searchText(measures[textsMade]);
      textsMade += 1;
    }
  };
  const makeTextsWhenIdle = () => {
    requestIdleCallback((deadline) => {
      makeTexts(() => deadline.timeRemaining() < 1);
      if (textsMade < measures.length) {
        makeTextsWhenIdle();
      }
    });
  };

  const facets = {
    presidency: { label: "Presidency", values: facts.terms.map((term) => [term.id, term.country]), chosen: new Set() },
    priority: { label: "Priority", values: priorities.map((priority) => [priority.id, priority.short_title]), chosen: new Set() },
    status: { label: "Status", values: STATUSES.map((status) => [status, status]), chosen: new Set() },
    "working-party": { label: "Working party", values: parties.map((body) => [body.id, body.short]), chosen: new Set() },
  };
  for (const facet of Object.values(facets)) {
    facet.counts = new Int32Array(facet.values.length);
  }
  let typed = [];
  let shown = measures.map((_, place) => place);

  // Which measures fit, and how many each value would leave beside the other filters.
  const select = () => {
    const { presidency, priority, status, "working-party": party } = facets;
    for (const facet of Object.values(facets)) {
      facet.counts.fill(0);
    }
    let bits = 0;
    for (const place of presidency.chosen) {
      bits |= 1 << place;
    }
    if (typed.length > 0) {
      makeTexts(() => false);
    }
    shown = [];
    for (let place = 0; place < measures.length; place += 1) {
      if (typed.length > 0 && !typed.every((word) => texts[place].includes(word))) {
        continue;
      }
      const fitsPresidency = bits === 0 || (presidencyOf[place] & bits) !== 0;
      const fitsPriority = priority.chosen.size === 0 || priority.chosen.has(priorityOf[place]);
      const fitsStatus = status.chosen.size === 0 || status.chosen.has(statusOf[place]);
      const fitsParty = party.chosen.size === 0 || partiesOf[place].some((own) => party.chosen.has(own));
      const fitting = fitsPresidency + fitsPriority + fitsStatus + fitsParty;
      if (fitting === 4) {
        shown.push(place);
      }
      if (fitting < 3) {
        continue;
      }
      if (fitting === 4 || !fitsPresidency) {
        for (let own = presidencyOf[place]; own !== 0; own &= own - 1) {
          presidency.counts[31 - Math.clz32(own & -own)] += 1;
        }
      }
      if (fitting === 4 || !fitsPriority) {
        priority.counts[priorityOf[place]] += 1;
      }
      if (fitting === 4 || !fitsStatus) {
        status.counts[statusOf[place]] += 1;
      }
      if (fitting === 4 || !fitsParty) {
        for (const own of partiesOf[place]) {
          party.counts[own] += 1;
        }
      }
    }
  };

  const count = document.querySelector("[data-count]");
  const scroller = document.getElementById("table");
  const body = document.querySelector("tbody");

  const strip = (measure) => {
    const { acted, plans } = facts.involvements(measure);
    const basis = ["", "by-date", "named"];
    const says = ["", "by date", "named in the text"];
    const cell = (place) => {
      const term = facts.terms[place];
      const parts = [acted[place] && `acted (${says[acted[place]]})`, plans[place] && `plans (${says[plans[place]]})`];
      const sentence = `${term.country}: ${parts.filter(Boolean).join(", ") || "no part"}`;
      const mark = (name, value) => (value ? ` data-${name}="${basis[value]}"` : "");
      return (
        `<li${mark("acted", acted[place])}${mark("plans", plans[place])} title="${sentence}">` +
        `<span aria-hidden="true">${term.id}</span><span class="for-listeners">${sentence}</span></li>`
      );
    };
    const last = Array.from({ length: STRIP }, (_, cell) => facts.latestTerm - STRIP + 1 + cell);
    const cells = [...new Set([...last, ...facets.presidency.chosen])].sort((one, other) => one - other);
    return `<ul class="strip">${cells.map(cell).join("")}</ul>`;
  };

  const row = (place, number) => {
    const measure = measures[place];
    const latest = facts.latest(measure);
    const { next, pastDue } = facts.dues(measure);
    const due = `${next ?? ""} ${pastDue ? `past due since ${pastDue}` : ""}`.trim() || "no date";
    return (
      `<tr data-measure="${measure.id}" aria-rowindex="${number + 2}"><td>${measure.number}</td>` +
      `<th scope="row"><div><a href="#/measure/${measure.id}">${escape(measure.title)}</a></div></th>` +
      `<td><div>${escape(facts.priorities.get(measure.priority).short_title)}</div></td>` +
      `<td><div>${escape(facts.workingParties(measure))}</div></td><td>${strip(measure)}</td><td>${measure.status}</td>` +
      `<td><div>${latest ? `${escape(latest.text)} <small>${latest.date}</small>` : "none dated"}</div></td>` +
      `<td><div>${due}</div></td><td>${facts.cited(measure)}</td></tr>`
    );
  };

  // The rows in sight and a few beside them; what is above and below is height. Rows that stay in sight are left alone.
  const [above, below] = body.children;
  let drawn = { first: 0, last: 0 };
  const drawRows = () => {
    const first = Math.max(0, Math.floor(scroller.scrollTop / ROW_PX) - BESIDE);
    const last = Math.min(shown.length, first + Math.ceil(scroller.clientHeight / ROW_PX) + 2 * BESIDE);
    const html = (from, to) => shown.slice(from, to).map((place, number) => row(place, from + number)).join("");
    if (first === drawn.first && last === drawn.last) {
      return;
    }
    if (last <= drawn.first || drawn.last <= first) {
      body.replaceChildren(above, below);
      above.insertAdjacentHTML("afterend", html(first, last));
    } else {
      for (let number = drawn.first; number < first; number += 1) {
        above.nextElementSibling.remove();
      }
      for (let number = last; number < drawn.last; number += 1) {
        below.previousElementSibling.remove();
      }
      above.insertAdjacentHTML("afterend", html(first, Math.max(first, drawn.first)));
      below.insertAdjacentHTML("beforebegin", html(Math.min(last, drawn.last), last));
    }
    drawn = { first, last };
    above.firstElementChild.style.height = `${first * ROW_PX}px`;
    below.firstElementChild.style.height = `${(shown.length - last) * ROW_PX}px`;
  };
  const drawAnew = () => {
    drawn = { first: 0, last: 0 };
    body.replaceChildren(above, below);
    drawRows();
  };

  const fieldset = ([key, facet]) => {
    const value = ([id, label], place) =>
      `<label><input type="checkbox" data-facet="${key}" data-value="${id}" data-place="${place}">` +
      `<span>${escape(label)}</span><b></b></label>`;
    return `<fieldset><legend>${facet.label}</legend>${facet.values.map(value).join("")}</fieldset>`;
  };
  const filters = document.getElementById("filters");
  filters.innerHTML = Object.entries(facets).map(fieldset).join("");
  for (const [key, facet] of Object.entries(facets)) {
    facet.numbers = [...filters.querySelectorAll(`[data-facet="${key}"] ~ b`)].map((number) => number.appendChild(new Text()));
  }

  const show = () => {
    select();
    count.textContent = String(shown.length);
    document.querySelector("table").setAttribute("aria-rowcount", String(shown.length + 1));
    for (const facet of Object.values(facets)) {
      facet.numbers.forEach((number, place) => {
        const text = String(facet.counts[place]);
        if (number.data !== text) {
          number.data = text;
        }
      });
    }
    if (timeline.hidden) {
      scroller.scrollTop = 0;
      drawAnew();
    } else {
      drawTimeline();
    }
  };

  filters.addEventListener("change", ({ target }) => {
    const { chosen } = facets[target.dataset.facet];
    const place = Number(target.dataset.place);
    if (!chosen.delete(place)) {
      chosen.add(place);
    }
    show();
  });
  document.querySelector("input[type=search]").addEventListener("input", ({ target }) => {
    typed = facts.words(target.value).map((word) => ` ${word}`);
    show();
  });
  scroller.addEventListener("scroll", drawRows, { passive: true });

  const timeline = document.getElementById("timeline");
  const drawTimeline = startTimeline(facts, () => shown);
  const route = () => {
    timeline.hidden = !location.hash.startsWith("#/timeline");
    scroller.hidden = !timeline.hidden;
    show();
  };
  addEventListener("hashchange", route);
  route();
  makeTextsWhenIdle();
}

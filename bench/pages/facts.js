"use strict";

// What every page beside ours is given alike: the measures, each with what its row shows and what it is filtered by.
// Whatever a page need not have at once is worked out when it is asked for.
{
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

  // Dates are numbers such as 20190617, which are in the order of time and cost nothing.
  const lastDay = (year, month) => (month === 2 && year % 4 === 0 ? 29 : DAYS[month - 1]);
  const half = (text) => (text.endsWith("H1") ? [1, 6] : [7, 12]);
  const number = (year, month, day) => year * 10000 + month * 100 + day;

  // The first and the last day that a date may mean.
  const period = (text) => {
    const year = Number(text.slice(0, 4));
    if (text.length === 10) {
      const day = number(year, Number(text.slice(5, 7)), Number(text.slice(8)));
      return [day, day];
    }
    let [first, last] = [1, 12];
    if (text[5] === "H") {
      [first, last] = half(text);
    } else if (text.length === 7) {
      first = last = Number(text.slice(5));
    }
    return [number(year, first, 1), number(year, last, lastDay(year, last))];
  };

  const inShort = (text) => {
    const [year, rest] = [text.slice(0, 4), text.slice(5)];
    if (rest === "" || rest[0] === "H") {
      return rest ? `${rest} ${year}` : year;
    }
    const month = MONTHS[Number(rest.slice(0, 2)) - 1];
    return rest.length > 2 ? `${Number(rest.slice(3))} ${month} ${year}` : `${month} ${year}`;
  };

  const read = (dataset) => {
    const day = (text) => Number(text.replaceAll("-", ""));
    const status = day(dataset.edition.status_date);
    const terms = dataset.presidencies.map((term) => ({ ...term, first: day(term.from), last: day(term.to) }));
    const termOf = new Map(terms.map((term, place) => [term.id, place]));
    const bodies = new Map(dataset.bodies.map((body) => [body.id, body]));
    const documents = new Map(dataset.documents.map((document) => [document.id, document]));
    const priorities = new Map(dataset.priorities.map((priority) => [priority.id, priority]));
    const during = ([first, last]) => terms.findIndex((term) => term.first <= first && last <= term.last);
    const latestTerm = terms.findLastIndex((term) => term.first <= status);

    // 1 for what only a date says, 2 for what the text names, by Presidency.
    const involvements = (measure) => {
      const [acted, plans] = [new Uint8Array(terms.length), new Uint8Array(terms.length)];
      for (const link of measure.presidencies) {
        (link.role === "acted" ? acted : plans)[termOf.get(link.id)] = 2;
      }
      const mark = (list, text) => {
        const term = during(period(text));
        list[term] = Math.max(list[term], 1);
      };
      for (const event of measure.state_of_play) {
        if (event.date) {
          mark(acted, event.date);
        }
      }
      for (const commitment of measure.follow_up) {
        if (commitment.due) {
          mark(plans, commitment.due);
        }
      }
      return { acted, plans };
    };

    // The Presidencies that a measure belongs to, as bits.
    const presidencyBits = (measure) => {
      let bits = 0;
      for (const link of measure.presidencies) {
        bits |= 1 << termOf.get(link.id);
      }
      const mark = (text) => {
        const term = text ? during(period(text)) : -1;
        bits |= term < 0 ? 0 : 1 << term;
      };
      for (const event of measure.state_of_play) {
        mark(event.date);
      }
      for (const commitment of measure.follow_up) {
        mark(commitment.due);
      }
      return bits;
    };

    const latest = (measure) => {
      let found = null;
      for (const event of measure.state_of_play) {
        if (!event.date) {
          continue;
        }
        const [first, last] = period(event.date);
        if (first <= status && (!found || found.first < first || (found.first === first && found.last <= last))) {
          found = { first, last, text: event.text, date: inShort(event.date) };
        }
      }
      return found;
    };

    const dues = (measure) => {
      let [next, pastDue] = [null, null];
      for (const { due, outcome } of measure.follow_up) {
        if (!due || (outcome.state !== "open" && outcome.state !== "overdue")) {
          continue;
        }
        const last = period(due)[1];
        if (last < status && (!pastDue || last < pastDue.last)) {
          pastDue = { last, text: inShort(due) };
        } else if (status <= last && (!next || last < next.last)) {
          next = { last, text: inShort(due) };
        }
      }
      return { next: next?.text, pastDue: pastDue?.text };
    };

    // Everything that words are looked for in: lower case, one space before each word.
    const searchText = (measure) => {
      const lines = [`ISS-${measure.id}`, measure.number, measure.title, measure.summary, measure.status, measure.status_reason];
      const priority = priorities.get(measure.priority);
      lines.push(priority.title, priority.short_title);
      for (const id of [...measure.working_parties, ...measure.bodies]) {
        const body = bodies.get(id);
        lines.push(body.short, body.name, ...body.aliases);
      }
      for (const line of measure.state_of_play) {
        lines.push(line.text);
      }
      for (const line of measure.follow_up) {
        lines.push(line.text);
      }
      for (const use of measure.documents) {
        const document = documents.get(use.document);
        lines.push(document.number, document.title);
      }
      return ` ${lines.join(" ").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")}`;
    };

    const words = (typed) => typed.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    const workingParties = (measure) => measure.working_parties.map((id) => bodies.get(id).short).join(", ");
    const cited = (measure) => new Set(measure.documents.map((use) => use.document)).size;
    return {
      dataset, terms, termOf, bodies, priorities, latestTerm, period, inShort,
      involvements, presidencyBits, latest, dues, searchText, words, workingParties, cited,
    };
  };

  window.readFacts = () => read(JSON.parse(document.getElementById("dataset").textContent));
}

"use strict";

// What stands around each library: a search box, a choice of Presidency, and a count. The library does the rest.
{
  // The rows that a table library is given: one plain object for each measure.
  window.rowsOf = (facts) =>
    facts.dataset.measures.map((measure) => {
      const latest = facts.latest(measure);
      const { next, pastDue } = facts.dues(measure);
      const bits = facts.presidencyBits(measure);
      return {
        id: measure.id,
        number: Number(measure.number),
        title: measure.title,
        priority: facts.priorities.get(measure.priority).short_title,
        workingParty: facts.workingParties(measure),
        presidencies: facts.terms.filter((_, place) => bits & (1 << place)).map((term) => term.id).join(" "),
        status: measure.status,
        latest: latest ? `${latest.text} ${latest.date}` : "none dated",
        due: `${next ?? ""} ${pastDue ? `past due since ${pastDue}` : ""}`.trim() || "no date",
        documents: facts.cited(measure),
        text: facts.searchText(measure),
      };
    });

  window.COLUMNS = [
    ["number", "No."],
    ["title", "Measure"],
    ["priority", "Priority"],
    ["workingParty", "Working party"],
    ["presidencies", "Presidencies"],
    ["status", "Status"],
    ["latest", "Latest fact"],
    ["due", "Next due"],
    ["documents", "Docs"],
  ];

  // Calls `onChange(typed, presidency)`; nothing chosen and nothing typed are empty texts.
  window.connectControls = (facts, onChange) => {
    const search = document.querySelector("input[type=search]");
    const choice = document.querySelector("select");
    choice.append(new Option("every Presidency", ""), ...facts.terms.map((term) => new Option(term.country, term.id)));
    const changed = () => onChange(search.value.toLowerCase(), choice.value);
    search.addEventListener("input", changed);
    choice.addEventListener("change", changed);
  };

  window.showCount = (count) => {
    document.querySelector("[data-count]").textContent = String(count);
  };
}

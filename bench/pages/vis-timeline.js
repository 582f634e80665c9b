"use strict";

// vis-timeline with the priorities as groups, every dated fact as an item, and a view of the data as the filter.
{
  const facts = readFacts();
  const items = [];
  facts.dataset.measures.forEach((measure) => {
    const text = facts.searchText(measure);
    const bits = facts.presidencyBits(measure);
    const add = (id, date, content) => {
      if (date) {
        const day = String(facts.period(date)[0]);
        const start = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
        items.push({ id, start, content: measure.number, title: content, group: measure.priority, measure: measure.id, text, bits, type: "box" });
      }
    };
    measure.state_of_play.forEach((event) => add(event.id, event.date, event.text));
    measure.follow_up.forEach((commitment) => add(commitment.id, commitment.due, commitment.text));
  });
  let [typed, bit] = ["", 0];
  const data = new vis.DataSet(items);
  const view = new vis.DataView(data, {
    filter: (item) => (bit === 0 || (item.bits & bit) !== 0) && item.text.includes(typed),
  });
  const groups = facts.dataset.priorities.map((priority) => ({ id: priority.id, content: priority.short_title }));
  window.timeline = new vis.Timeline(document.getElementById("peer"), view, groups, {
    height: "100%",
    verticalScroll: true,
    zoomKey: "ctrlKey",
    dataAttributes: ["measure"],
  });
  showCount(view.length);
  connectControls(facts, (nowTyped, presidency) => {
    typed = nowTyped;
    bit = presidency ? 1 << facts.termOf.get(presidency) : 0;
    view.refresh();
    showCount(view.length);
  });
}

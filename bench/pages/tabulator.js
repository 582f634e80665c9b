"use strict";

// Tabulator with its own virtual rows and its own filters.
{
  const facts = readFacts();
  const wide = new Set(["title", "latest"]);
  const table = new Tabulator("#peer", {
    data: rowsOf(facts),
    index: "id",
    height: "100%",
    layout: "fitColumns",
    columns: COLUMNS.map(([field, title]) => ({ field, title, widthGrow: wide.has(field) ? 3 : 1, formatter: "plaintext" })),
  });
  table.on("dataFiltered", (_, rows) => showCount(rows.length));
  table.on("tableBuilt", () => {
    connectControls(facts, (typed, presidency) => {
      const filters = [];
      if (typed) {
        filters.push({ field: "text", type: "like", value: typed });
      }
      if (presidency) {
        filters.push({ field: "presidencies", type: "keywords", value: presidency });
      }
      table.setFilter(filters);
    });
  });
}

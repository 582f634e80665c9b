"use strict";

// AG Grid Community with its own virtual rows, its quick filter with a cache, and its external filter.
{
  const facts = readFacts();
  const wide = new Set(["title", "latest"]);
  let chosen = "";
  const unsearched = () => "";
  const columns = COLUMNS.map(([field, headerName]) => ({
    field, headerName, flex: wide.has(field) ? 3 : 1, getQuickFilterText: unsearched,
  }));
  const grid = agGrid.createGrid(document.getElementById("peer"), {
    rowData: rowsOf(facts),
    columnDefs: [...columns, { field: "text", hide: true }],
    getRowId: ({ data }) => data.id,
    cacheQuickFilter: true,
    includeHiddenColumnsInQuickFilter: true,
    animateRows: false,
    isExternalFilterPresent: () => chosen !== "",
    doesExternalFilterPass: ({ data }) => data.presidencies.split(" ").includes(chosen),
    onModelUpdated: ({ api }) => showCount(api.getDisplayedRowCount()),
  });
  let typedBefore = "";
  connectControls(facts, (typed, presidency) => {
    if (typed !== typedBefore) {
      typedBefore = typed;
      grid.setGridOption("quickFilterText", typed);
    }
    if (presidency !== chosen) {
      chosen = presidency;
      grid.onFilterChanged();
    }
  });
}

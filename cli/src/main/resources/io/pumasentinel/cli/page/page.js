'use strict';
/* Puts the page together and keeps it fresh while the demo runs. */
(function () {
  const { byId, at } = sentinel;
  const layout = sentinel.embedded('sentinel-layout');
  sentinel.charts = sentinel.embedded('sentinel-charts');
  const sections = layout.sections.map((section) => ({
    ...section,
    place: byId(section.id),
    charts: section.charts.map(({ name, height }) => sentinel.chart(name, height)),
  }));
  const WINDOWS = sentinel.charts['requests-over-time'].data.url;

  /** Asks every query once, however many charts share it. */
  function searches() {
    const asked = new Map();
    return (query, terms) => {
      const name = JSON.stringify([query, terms]);
      if (!asked.has(name)) asked.set(name, sentinel.search(query, terms));
      return asked.get(name);
    };
  }

  async function answers(chart, search) {
    const found = [];
    for (const [name, query] of chart.queries) {
      const own = chart.filtered && name === 'query0';
      found.push([name, await search(query, own ? sentinel.endpointTerms() : {})]);
    }
    return found;
  }

  const times = (hits) => hits.map((hit) => Date.parse(hit._source['@timestamp'])).filter(Number.isFinite);

  function extent(lists) {
    let low = Infinity;
    let high = -Infinity;
    for (const at of lists.flatMap(times)) { low = Math.min(low, at); high = Math.max(high, at); }
    return low < high ? [low, high] : null;
  }

  function showSection(section, found, range) {
    const filled = section.charts.filter((chart) => found.get(chart)[0][1].length > 0);
    section.place.className = `grid columns-${section.columns}`;
    if (filled.length === 0) {
      section.place.replaceChildren(...(section.whenEmpty === 'hide' ? [] : [sentinel.empty(section.whenEmpty)]));
      return [];
    }
    const figures = section.charts.map((chart) => chart.figure);
    if (figures.some((figure) => figure.parentNode !== section.place)) section.place.replaceChildren(...figures);
    return section.charts.map((chart) => chart.show(found.get(chart), range));
  }

  function showWarmUp(found) {
    const chart = sections.flatMap((section) => section.charts).find(({ name }) => name === 'endpoint-latency');
    const windows = found.get(chart)[0][1];
    byId('warm-up').hidden = windows.length === 0 || windows.some((hit) => at(hit._source, 'sentinel.baseline'));
  }

  async function refreshCharts(search, windows) {
    const found = new Map();
    const all = sections.flatMap((section) => section.charts);
    await Promise.all(all.map(async (chart) => found.set(chart, await answers(chart, search))));
    const range = extent([windows, ...[...found.values()].flat().map(([, hits]) => hits)]);
    showWarmUp(found);
    await Promise.all(sections.flatMap((section) => showSection(section, found, range)));
  }

  async function refresh() {
    const search = searches();
    const [alerts, letters, windows] = await Promise.all([
      search(layout.queries.alerts, {}), search(layout.queries.deadLetters, {}), search(WINDOWS, {})]);
    sentinel.showAlerts(alerts);
    sentinel.showLetters(letters);
    sentinel.showEndpoints(windows, alerts);
    showNote(windows);
    await refreshCharts(search, windows);
  }

  function showZone() {
    byId('zone').textContent = `Times in ${Intl.DateTimeFormat().resolvedOptions().timeZone}.`;
  }

  /** A long report holds merged windows: says so, and where all of them are. */
  function showNote(windows) {
    const matched = sentinel.matched(WINDOWS.index);
    byId('note').textContent = matched > windows.length
      ? `${sentinel.number(matched)} endpoint windows are drawn as ${sentinel.number(windows.length)} points: requests and errors are sums, the rest is the most anomalous window of its time. windows.ndjson holds all.`
      : '';
  }

  /** Follows a running demo: counts every 2 s; documents at most every 5 s, twice after a change
   * because Elasticsearch shows new documents a second later. */
  async function follow(seen, due, last) {
    const next = [seen, due, last];
    let pause = 10000;
    try {
      const status = await sentinel.status();
      sentinel.showHeader(status);
      next[0] = JSON.stringify([status.state, status.lines, status.windows, status.alerts]);
      if (next[0] !== seen) next[1] = 2;
      if (next[1] > 0 && Date.now() - last >= 5000) {
        await refresh();
        next[1] -= 1;
        next[2] = Date.now();
      }
      pause = 2000;
    } catch (error) {
      sentinel.showLost();
    }
    setTimeout(follow, pause, ...next);
  }

  async function start() {
    showZone();
    if (sentinel.live) return follow('', 0, 0);
    sentinel.showHeader(await sentinel.status());
    return refresh();
  }

  byId('endpoint-choice').addEventListener('change', refresh);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () =>
    sections.forEach((section) => section.charts.forEach((chart) => chart.restyle())));
  start().finally(() => { document.documentElement.dataset.ready = 'true'; });
})();

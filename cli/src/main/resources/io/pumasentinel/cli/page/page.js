'use strict';
/* Puts the page together and keeps it fresh while the demo runs. */
(function () {
  const { byId, at, filters, streams } = sentinel;
  const layout = sentinel.embedded('sentinel-layout');
  sentinel.charts = sentinel.embedded('sentinel-charts');
  const sections = layout.sections.map((section) => ({
    ...section,
    place: byId(section.id),
    charts: section.charts.map(({ name, height }) => sentinel.chart(name, height)),
  }));
  const charts = sections.flatMap((section) => section.charts);
  const root = document.documentElement;
  const everything = new Map();
  let turn = 0;

  Object.values(layout.queries).forEach(streams.use);
  charts.forEach((chart) => chart.queries.forEach(streams.use));

  const times = (hits) => hits.map((hit) => Date.parse(hit._source['@timestamp'])).filter(Number.isFinite);

  /** The chosen time; where an end is open, that of the hits. */
  function extent(lists) {
    let low = Infinity;
    let high = -Infinity;
    for (const time of lists.flatMap(times)) { low = Math.min(low, time); high = Math.max(high, time); }
    if (filters.value('from')) low = filters.instant('from');
    if (filters.value('to')) high = filters.instant('to');
    return Number.isFinite(low) && low < high ? [low, high] : null;
  }

  const chartHits = (chart, found) => new Map([...chart.queries].map(([name, query]) =>
    [name, chart.filtered && name === 'query0' ? found.get('endpoint') : found.get(query.index)]));

  function emptyText(section) {
    return filters.active().length > 0 && section.whenEmpty !== 'hide'
      ? `Nothing here under the filters. ${section.whenEmpty}` : section.whenEmpty;
  }

  function showSection(section, found, range) {
    const hits = new Map(section.charts.map((chart) => [chart, chartHits(chart, found)]));
    section.place.className = `grid columns-${section.columns}`;
    if (section.charts.every((chart) => hits.get(chart).get('query0').length === 0)) {
      section.place.replaceChildren(...(section.whenEmpty === 'hide' ? [] : [sentinel.empty(emptyText(section))]));
      return;
    }
    const figures = section.charts.map((chart) => chart.figure);
    if (figures.some((figure) => figure.parentNode !== section.place)) section.place.replaceChildren(...figures);
    section.charts.forEach((chart) => chart.show(hits.get(chart), range));
  }

  function showWarmUp(windows) {
    byId('warm-up').hidden = windows.length === 0 || windows.some((hit) => at(hit._source, 'sentinel.baseline'));
  }

  const painted = () => new Promise((done) => { setTimeout(done, 0); });

  /** The charts, one section after the other, so that the page answers in between. */
  async function showCharts(found, mine) {
    const range = extent([streams.WINDOWS, streams.ALERTS, streams.STATS].map((index) => found.get(index)));
    showWarmUp(found.get('endpoint'));
    for (const section of sections) {
      await painted();
      if (mine !== turn) return;
      showSection(section, found, range);
    }
  }

  function showCounts(found) {
    const requests = found.get(streams.WINDOWS).reduce((sum, hit) => sum + (at(hit._source, 'sentinel.window.count') || 0), 0);
    const count = (index) => found.get(index).length;
    sentinel.showFiltered(filters.active().length === 0 ? null : {
      requests,
      windows: sentinel.matched(streams.WINDOWS) > embedded() ? null : count(streams.WINDOWS),
      alerts: count(streams.ALERTS),
      dead_letters: count(streams.LETTERS),
    });
  }

  const embedded = () => (everything.get(streams.WINDOWS) || []).length;

  /** All alerts, and all windows once: what can be chosen does not depend on what is chosen. */
  async function learn() {
    everything.set(streams.ALERTS, await streams.all(streams.ALERTS));
    if (embedded() === 0) everything.set(streams.WINDOWS, await streams.all(streams.WINDOWS));
  }

  async function load() {
    const found = new Map();
    const indices = [streams.ALERTS, streams.WINDOWS, streams.STATS, streams.LETTERS];
    await Promise.all([learn(), ...indices.map(async (index) => found.set(index, await streams.hits(index)))]);
    found.set('alerts of any level', found.get(streams.ALERTS));
    found.set(streams.ALERTS, found.get(streams.ALERTS).filter(streams.isShown));
    sentinel.offer([...everything.get(streams.ALERTS), ...everything.get(streams.WINDOWS), ...found.get(streams.WINDOWS)]);
    sentinel.showEndpoints(found.get(streams.WINDOWS), found.get(streams.ALERTS));
    found.set('endpoint', await streams.hits(streams.WINDOWS, sentinel.endpointTerms()));
    return found;
  }

  async function refresh() {
    turn += 1;
    const mine = turn;
    root.dataset.turn = String(mine);
    const found = await load();
    if (mine !== turn) return;
    sentinel.showAlerts(found.get('alerts of any level'), everything.get(streams.ALERTS));
    sentinel.showLetters(found.get(streams.LETTERS));
    showCounts(found);
    showNote();
    performance.mark('sentinel-interactive');
    await showCharts(found, mine);
    root.dataset.shown = String(mine);
  }

  /** A long report holds merged windows: says so, and where all of them are. */
  function showNote() {
    const matched = sentinel.matched(streams.WINDOWS);
    byId('note').textContent = matched > embedded()
      ? `${sentinel.number(matched)} endpoint windows are drawn as ${sentinel.number(embedded())} points: requests and errors are sums, the rest is the most anomalous window of its time. windows.ndjson holds all.`
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
    byId('zone').textContent = `Times in ${Intl.DateTimeFormat().resolvedOptions().timeZone}.`;
    if (sentinel.live) return follow('', 0, 0);
    sentinel.showHeader(await sentinel.status());
    return refresh();
  }

  const again = () => refresh().catch(sentinel.showLost);

  byId('endpoint-choice').addEventListener('change', again);
  filters.onChange(again);
  sentinel.onTheme(() => charts.forEach((chart) => chart.restyle()));
  start().finally(() => { root.dataset.ready = 'true'; });
})();

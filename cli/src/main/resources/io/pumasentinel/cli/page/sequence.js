'use strict';
/* The steps of one alert, drawn from the specification that Kibana draws too. */
(function () {
  const { el, list } = sentinel;
  const [{ name, height }] = sentinel.embedded('sentinel-layout').alert.charts;
  const drawn = new Set();

  /** A chart of the alert's parts in order; null where there is one part only. */
  sentinel.sequence = function (hit) {
    const parts = list(hit._source.sentinel.alert.parts);
    if (parts.length < 2) return null;
    const chart = sentinel.chart(name, height, false);
    const place = el('div', 'grid columns-1 sequence', {}, chart.figure);
    const hits = new Map([...chart.queries.keys()].map((query) => [query, [hit]]));
    // A figure has no width before it stands in the page.
    requestAnimationFrame(() => { chart.show(hits, null); drawn.add(chart); });
    return place;
  };

  sentinel.onTheme(() => drawn.forEach((chart) => {
    if (chart.figure.isConnected) chart.restyle();
    else drawn.delete(chart);
  }));
})();

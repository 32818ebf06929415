'use strict';
/* Draws the Vega-Lite specifications; their Elasticsearch queries become named data sets. */
(function () {
  const { el, byId } = sentinel;

  function merge(base, over) {
    const plain = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
    const result = { ...base };
    for (const [key, value] of Object.entries(over)) {
      result[key] = plain(value) && plain(result[key]) ? merge(result[key], value) : value;
    }
    return result;
  }

  /** Replaces every data.url of the specification by a name and returns the queries by name. */
  function takeQueries(spec) {
    const queries = new Map();
    const visit = (node) => {
      if (node === null || typeof node !== 'object') return;
      if (node.data && node.data.url) {
        const query = { index: node.data.url.index, body: node.data.url.body };
        const name = `query${queries.size}`;
        queries.set(name, query);
        node.data = { name };
      }
      Object.values(node).forEach(visit);
    };
    visit(spec);
    return queries;
  }

  function frame(spec) {
    const drawing = el('div', 'drawing', { role: 'img', ariaLabel: `${spec.title}. ${spec.description}` });
    return [el('figure', '', {}, el('figcaption', '', { textContent: spec.title, title: spec.description }), drawing), drawing];
  }

  function compile(chart) {
    const spec = { ...chart.spec, width: 'container', height: chart.height, title: undefined };
    spec.autosize = { type: 'fit-x', contains: 'padding' };
    spec.config = merge(spec.config, sentinel.chartTheme());
    const compiled = vegaLite.compile(spec, { logger: vega.logger(vega.Error) }).spec;
    compiled.signals = [...(compiled.signals || []), { name: 'range', value: null }];
    const scale = compiled.scales.find(({ name }) => name === 'x');
    scale.domainRaw = { signal: 'range' };
    return compiled;
  }

  /** A chart in its frame: {figure, queries, filtered, show(hits by name, range), restyle()}. */
  sentinel.chart = function (name, height) {
    const spec = structuredClone(sentinel.charts[name]);
    const queries = takeQueries(spec);
    const [figure, drawing] = frame(spec);
    const chart = { name, spec, height, queries, figure, filtered: sentinel.at(spec, 'usermeta.sentinel.filter') };
    let view = null;
    let last = null;
    chart.show = function (hits, range) {
      last = { hits, range };
      if (view === null) {
        view = new vega.View(vega.parse(compile(chart)), { renderer: 'canvas', container: drawing, hover: true, logLevel: vega.Error });
        view.tooltip(sentinel.tooltip);
      }
      for (const [data, found] of hits) view.data(data, found.map((hit) => ({ ...hit })));
      return view.signal('range', range).runAsync();
    };
    chart.restyle = function () {
      if (view) view.finalize();
      view = null;
      drawing.replaceChildren();
      return last && chart.show(last.hits, last.range);
    };
    return chart;
  };
})();

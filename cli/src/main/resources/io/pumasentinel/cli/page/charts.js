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
    const drawing = el('div', 'drawing');
    return [el('figure', '', {}, el('figcaption', '', { textContent: spec.title, title: spec.description }), drawing), drawing];
  }

  /** Leaves out what lies beside the chosen time; what stands above and below the plot stays. */
  function clip(marks) {
    for (const mark of marks) {
      if (mark.type === 'group') clip(mark.marks || []);
      else mark.clip = { path: { signal: "'M0,-40H' + width + 'V' + (height + 40) + 'H0Z'" } };
    }
  }

  function compile(chart) {
    const spec = { ...chart.spec, width: 'container', height: chart.height, title: undefined };
    spec.autosize = { type: 'fit-x', contains: 'padding' };
    spec.config = merge(spec.config, sentinel.chartTheme());
    const compiled = vegaLite.compile(spec, { logger: vega.logger(vega.Error) }).spec;
    compiled.signals = [...(compiled.signals || []), { name: 'range', value: null }];
    const scale = compiled.scales.find(({ name, type }) => name === 'x' && (type === 'time' || type === 'utc'));
    if (scale && chart.clips) {
      scale.domainRaw = { signal: 'range' };
      clip(compiled.marks);
    }
    return compiled;
  }

  /** A chart in its frame: {figure, queries, filtered, show(hits by name, range), restyle()}. */
  sentinel.chart = function (name, height, clips = true) {
    const spec = structuredClone(sentinel.charts[name]);
    const queries = takeQueries(spec);
    const [figure, drawing] = frame(spec);
    const chart = { name, spec, height, clips, queries, figure, filtered: sentinel.at(spec, 'usermeta.sentinel.filter') };
    let view = null;
    let last = null;
    figure.dataset.chart = name;
    chart.show = function (hits, range) {
      last = { hits, range };
      if (view === null) {
        view = new vega.View(vega.parse(compile(chart)), { renderer: 'canvas', container: drawing, hover: true, logLevel: vega.Error });
        view.description(`${spec.title}. ${spec.description}`).tooltip(sentinel.tooltip);
        drawing.sentinelView = view;
      }
      for (const [data, found] of hits) view.data(data, found.map((hit) => ({ ...hit })));
      view.signal('range', range).run();
    };
    chart.restyle = function () {
      if (view) view.finalize();
      view = null;
      drawing.replaceChildren();
      if (last) chart.show(last.hits, last.range);
    };
    sentinel.brush(drawing, () => view);
    return chart;
  };
})();

'use strict';
/* Dead letters: counted by reason, each reason to unfold. */
(function () {
  const { el, byId, at, time, number } = sentinel;
  const open = new Set();

  const reason = (source) => String(at(source, 'event.reason') || at(source, 'sentinel.dead_letter.reason')
    || at(source, 'error.message') || 'no reason given');

  function where(source) {
    const path = at(source, 'log.file.path');
    if (path) return `${path}:${at(source, 'log.file.line') || '?'}`;
    const topic = at(source, 'kafka.topic');
    if (topic) return `${topic}-${at(source, 'kafka.partition')} ${at(source, 'kafka.offset')}`;
    return at(source, 'sentinel.dead_letter.position') || '';
  }

  function row({ _source: source }) {
    return el('tr', '', {},
      el('td', 'nowrap', { textContent: time(source['@timestamp']) }),
      el('td', 'nowrap muted', { textContent: where(source) }),
      el('td', 'line', { textContent: source.message || at(source, 'event.original') || '' }));
  }

  function group(name, hits) {
    const details = el('details', 'letters', { open: open.has(name) },
      el('summary', '', {}, el('b', '', { textContent: number(hits.length) }), el('span', '', { textContent: name })),
      el('table', '', {}, el('tbody', '', {}, hits.slice(0, 50).map(row))));
    details.addEventListener('toggle', () => (details.open ? open.add(name) : open.delete(name)));
    return details;
  }

  sentinel.showLetters = function (hits) {
    const groups = new Map();
    for (const hit of hits) groups.set(reason(hit._source), [...(groups.get(reason(hit._source)) || []), hit]);
    const sorted = [...groups].sort((a, b) => b[1].length - a[1].length);
    byId('letters').replaceChildren(...(sorted.length
      ? sorted.map(([name, found]) => group(name, found))
      : [sentinel.empty(sentinel.filters.active().length ? 'None under the filters above.' : sentinel.live ? 'None so far: every line could be used.' : 'None: every line could be used.')]));
  };
})();

'use strict';
/* One alert: its line in the list, and what unfolds below it. */
(function () {
  const { el, at, list, time, number, lasted, metric, filters } = sentinel;
  const STATUS = ['open', 'ongoing', 'acknowledged', 'muted', 'closed'];

  const badge = (name) => el('span', `badge ${name}`, { textContent: name });
  const known = (name) => sentinel.level({ sentinel: { alert: { level: name } } });
  const status = (name) => el('span', `status ${STATUS.includes(name) ? name : ''}`, { textContent: name });
  const button = (textContent, onclick) => el('button', 'plain', { type: 'button', textContent, onclick });

  function techniques(source) {
    const names = list(at(source, 'threat.technique.name'));
    return list(at(source, 'threat.technique.id')).map((id, i) => [String(id), names[i] ? `${id} ${names[i]}` : String(id)]);
  }

  /** A technique's page at MITRE, opened only when asked for. */
  function techniqueLink([id, label]) {
    if (!/^T\d{4}(\.\d{3})?$/.test(id)) return el('span', '', { textContent: label });
    return el('a', 'technique-link', { textContent: label, target: '_blank', rel: 'noopener noreferrer',
      href: `https://attack.mitre.org/techniques/${id.replace('.', '/')}/` });
  }

  function techniqueList(source) {
    const all = techniques(source);
    if (all.length === 0) return null;
    const tactics = list(at(source, 'threat.tactic.name')).join(', ');
    const links = all.flatMap((technique, i) => (i === 0 ? [techniqueLink(technique)] : [', ', techniqueLink(technique)]));
    return el('span', '', {}, links, tactics ? ` · tactic ${tactics}` : '');
  }

  function fact(label, value) {
    return value ? [el('dt', '', { textContent: label }), el('dd', '', {}, value)] : [];
  }

  function measured(alert) {
    const seen = alert.metric;
    if (!seen || !seen.name) return '';
    const show = (key) => metric(seen.name, seen[key]);
    return `${seen.name}: ${show('value')} seen, ${show('expected')} expected, at most ${show('upper')}`;
  }

  function addresses(source) {
    return [...new Set([...list(at(source, 'source.ip')), ...list(at(source, 'related.ip'))])].join(', ');
  }

  /** What the alert's own facts can narrow the page to. */
  function actions(source) {
    const { type, value } = source.sentinel.alert.entity || {};
    const endpoint = at(source, 'puma.endpoint');
    return el('div', 'actions', { role: 'group', ariaLabel: 'Show more of this alert' },
      type && button(`Only ${type} ${value}`, () => filters.set({ entity: `${type}:${value}` })),
      at(source, 'event.start') && at(source, 'event.end')
        && button('Only this time', () => filters.set(sentinel.around(source))),
      techniques(source).slice(0, 4).map(([id]) => button(`Only ${id}`, () => filters.set({ technique: id }))),
      endpoint && button(`Show ${endpoint} against its baseline`, () => sentinel.chooseEndpoint(at(source, 'service.name'), endpoint)));
  }

  function facts(source) {
    const alert = source.sentinel.alert;
    return el('dl', 'facts', {},
      fact('Measured', measured(alert)),
      fact('ATT&CK', techniqueList(source)),
      fact('Addresses', addresses(source)),
      fact('Endpoint', at(source, 'puma.endpoint')),
      fact('Service, host', [at(source, 'service.name'), at(source, 'host.name')].filter(Boolean).join(', ')),
      fact('Risk score', number(alert.risk_score)),
      fact('Rule', [at(source, 'rule.id'), at(source, 'rule.description')].filter(Boolean).join(': ')),
      fact('Alert id', alert.id));
  }

  function part(entry, from, span) {
    const begin = Date.parse(entry.first);
    const bar = el('i', `span ${known(entry.level)}`);
    bar.style.marginLeft = `${Math.min(98, (100 * (begin - from)) / span)}%`;
    bar.style.width = `${Math.max(2, (100 * (Date.parse(entry.last) - begin)) / span)}%`;
    return el('tr', '', {},
      el('td', 'nowrap', {}, badge(known(entry.level))),
      el('td', '', { textContent: entry.name || entry.rule_id }),
      el('td', 'nowrap', { textContent: `${time(entry.first)} – ${time(entry.last)}` }),
      el('td', 'right', { textContent: number(entry.count) }),
      el('td', 'track', {}, bar));
  }

  function head(...labels) {
    return el('thead', '', {}, el('tr', '', {}, labels.map((label) => el('th', '', { scope: 'col', textContent: label }))));
  }

  function parts(alert) {
    const entries = list(alert.parts);
    if (entries.length === 0) return null;
    const from = Math.min(...entries.map((entry) => Date.parse(entry.first)));
    const span = Math.max(1000, Math.max(...entries.map((entry) => Date.parse(entry.last))) - from);
    return el('div', 'block', {},
      el('h3', '', { textContent: 'Parts, in order' }),
      el('table', '', {}, head('Level', 'Rule', 'First – last', 'Events', 'Timeline'),
        el('tbody', '', {}, entries.map((entry) => part(entry, from, span)))));
  }

  function evidence(alert) {
    const entries = list(alert.evidence);
    if (entries.length === 0) return null;
    const row = (entry) => el('tr', '', {},
      el('td', 'nowrap', { textContent: time(entry.timestamp) }),
      el('td', 'nowrap muted', { textContent: entry.position || '' }),
      el('td', 'line', { textContent: entry.text }));
    return el('div', 'block', {},
      el('h3', '', { textContent: `Evidence: ${entries.length} of ${number(alert.count)} events` }),
      el('table', '', {}, head('Time', 'Where', 'Line'), el('tbody', '', {}, entries.map(row))));
  }

  /** Everything about the alert; built when it is unfolded. */
  sentinel.alertBody = function (hit) {
    const source = hit._source;
    const alert = source.sentinel.alert;
    return el('div', 'body', {},
      el('p', '', { textContent: alert.explanation || '' }), actions(source),
      sentinel.sequence(hit), facts(source), sentinel.runbook(alert.runbook), parts(alert), evidence(alert));
  };

  /** The alert's line in the list. */
  sentinel.alertSummary = function (source) {
    const alert = source.sentinel.alert;
    const start = at(source, 'event.start') || source['@timestamp'];
    const entity = alert.entity ? `${alert.entity.type} ${alert.entity.value}` : '';
    const [first] = techniques(source);
    return el('summary', '', {},
      badge(sentinel.level(source)),
      el('span', 'what', {}, el('b', '', { textContent: at(source, 'rule.name') || 'Alert' }),
        el('span', 'entity', { textContent: entity })),
      el('span', 'technique', { textContent: first ? first[1] : '' }),
      el('span', 'count', { textContent: `${number(alert.count)} events` }),
      el('span', 'when', {}, el('span', '', { textContent: time(start, true) }),
        el('span', 'muted', { textContent: lasted(start, at(source, 'event.end')) })),
      status(String(alert.status || '').toLowerCase()),
      el('span', 'why', { textContent: alert.explanation || '' }));
  };
})();

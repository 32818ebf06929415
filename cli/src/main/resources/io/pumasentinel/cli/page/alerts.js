'use strict';
/* The list of alerts, newest first, each to unfold. */
(function () {
  const { el, byId, at, list, time, number, lasted, metric } = sentinel;
  const LEVELS = ['critical', 'high', 'medium', 'low', 'informational'];
  const STATUS = ['open', 'ongoing', 'closed'];
  const STEP = 25;
  const hidden = new Set();
  const open = new Set();
  let alerts = [];
  let shown = STEP;

  const level = (source) => known(String(at(source, 'sentinel.alert.level') || '').toLowerCase());
  const known = (name) => (LEVELS.includes(name) ? name : 'informational');
  const badge = (name) => el('span', `badge ${known(name)}`, { textContent: known(name) });
  const status = (name) => el('span', `status ${STATUS.includes(name) ? name : ''}`, { textContent: name });
  const identity = (hit) => at(hit._source, 'sentinel.alert.id') || hit._id || hit._source['@timestamp'];

  function techniques(source) {
    const ids = list(at(source, 'threat.technique.id'));
    const names = list(at(source, 'threat.technique.name'));
    return ids.map((id, i) => (names[i] ? `${id} ${names[i]}` : String(id)));
  }

  function fact(label, value) {
    return value ? [el('dt', '', { textContent: label }), el('dd', '', { textContent: value })] : [];
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

  function endpointLink(source) {
    const endpoint = at(source, 'puma.endpoint');
    if (!endpoint) return null;
    const choose = () => sentinel.chooseEndpoint(at(source, 'service.name'), endpoint);
    return el('button', 'plain', { type: 'button', textContent: `Show ${endpoint} against its baseline`, onclick: choose });
  }

  function facts(source) {
    const alert = source.sentinel.alert;
    const tactics = list(at(source, 'threat.tactic.name')).join(', ');
    return el('dl', 'facts', {},
      fact('Measured', measured(alert)),
      fact('ATT&CK', [techniques(source).join(', '), tactics && `tactic ${tactics}`].filter(Boolean).join(' · ')),
      fact('Addresses', addresses(source)),
      fact('Endpoint', at(source, 'puma.endpoint')),
      fact('Service, host', [at(source, 'service.name'), at(source, 'host.name')].filter(Boolean).join(', ')),
      fact('Risk score', number(alert.risk_score)),
      fact('Rule', [at(source, 'rule.id'), at(source, 'rule.description')].filter(Boolean).join(': ')),
      fact('What to do', alert.runbook),
      fact('Alert id', alert.id));
  }

  function part(entry, from, span) {
    const begin = Date.parse(entry.first);
    const bar = el('i', `span ${known(String(entry.level).toLowerCase())}`);
    bar.style.marginLeft = `${Math.min(98, (100 * (begin - from)) / span)}%`;
    bar.style.width = `${Math.max(2, (100 * (Date.parse(entry.last) - begin)) / span)}%`;
    return el('tr', '', {},
      el('td', 'nowrap', {}, badge(String(entry.level || '').toLowerCase())),
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
      el('h4', '', { textContent: 'Parts, in order' }),
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
      el('h4', '', { textContent: `Evidence: ${entries.length} of ${number(alert.count)} events` }),
      el('table', '', {}, head('Time', 'Where', 'Line'), el('tbody', '', {}, entries.map(row))));
  }

  function body(source) {
    const alert = source.sentinel.alert;
    return el('div', 'body', {},
      el('p', '', { textContent: alert.explanation || '' }), endpointLink(source),
      facts(source), parts(alert), evidence(alert));
  }

  function summary(source) {
    const alert = source.sentinel.alert;
    const start = at(source, 'event.start') || source['@timestamp'];
    const entity = alert.entity ? `${alert.entity.type} ${alert.entity.value}` : '';
    return el('summary', '', {},
      badge(level(source)),
      el('span', 'what', {}, el('b', '', { textContent: at(source, 'rule.name') || 'Alert' }),
        el('span', 'entity', { textContent: entity })),
      el('span', 'technique', { textContent: techniques(source)[0] || '' }),
      el('span', 'count', { textContent: `${number(alert.count)} events` }),
      el('span', 'when', {}, el('span', '', { textContent: time(start, true) }),
        el('span', 'muted', { textContent: lasted(start, at(source, 'event.end')) })),
      status(String(alert.status || '').toLowerCase()),
      el('span', 'why', { textContent: alert.explanation || '' }));
  }

  function card(hit) {
    const id = identity(hit);
    const details = el('details', `alert ${level(hit._source)}`, {}, summary(hit._source));
    const fill = () => details.children.length === 1 && details.append(body(hit._source));
    if (open.has(id)) { fill(); details.open = true; }
    details.addEventListener('toggle', () => {
      if (details.open) { open.add(id); fill(); } else open.delete(id);
    });
    return details;
  }

  function chip(name, count) {
    const toggle = () => { if (!hidden.delete(name)) hidden.add(name); draw(); };
    const button = el('button', `chip ${name}`, { type: 'button', textContent: `${count} ${name}`, onclick: toggle });
    button.setAttribute('aria-pressed', String(!hidden.has(name)));
    button.dataset.level = name;
    return button;
  }

  function drawChips() {
    const focused = document.activeElement && document.activeElement.dataset.level;
    const count = (name) => alerts.filter((hit) => level(hit._source) === name).length;
    const chips = LEVELS.filter((name) => count(name) > 0).map((name) => chip(name, count(name)));
    byId('levels').replaceChildren(...chips);
    chips.filter((button) => button.dataset.level === focused).forEach((button) => button.focus());
  }

  function wanted(hit) {
    const text = byId('find').value.trim().toLowerCase();
    return !hidden.has(level(hit._source)) && (!text || JSON.stringify(hit._source).toLowerCase().includes(text));
  }

  function draw() {
    drawChips();
    const found = alerts.filter(wanted);
    const cards = found.slice(0, shown).map(card);
    if (alerts.length === 0) cards.push(sentinel.empty(sentinel.live
      ? 'No alert yet. Attacks show at once; anomalies need a baseline, which is learned from the first closed windows of each endpoint.'
      : 'No alert: nothing matched a rule, and no endpoint left its baseline. A file of a few minutes is too short to learn one; give more lines, or Puma\'s stats with --stats.'));
    else if (found.length === 0) cards.push(sentinel.empty('No alert matches the filter above.'));
    if (found.length > shown) cards.push(el('button', 'more', {
      type: 'button', textContent: `Show ${Math.min(STEP, found.length - shown)} more of ${number(found.length)}`,
      onclick: () => { shown += STEP; draw(); } }));
    byId('alert-list').replaceChildren(...cards);
  }

  byId('find').addEventListener('input', () => { shown = STEP; draw(); });

  /** Shows these hits; what is unfolded stays so, and an unchanged list is not touched. */
  sentinel.showAlerts = function (hits) {
    const usable = hits.filter((hit) => at(hit._source, 'sentinel.alert'));
    if (alerts.length && JSON.stringify(usable) === JSON.stringify(alerts)) return;
    alerts = usable;
    const focused = [...document.querySelectorAll('#alert-list summary')].indexOf(document.activeElement);
    draw();
    if (focused >= 0) (document.querySelectorAll('#alert-list summary')[focused] || byId('find')).focus();
  };
})();

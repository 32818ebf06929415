'use strict';
/* The filters' controls, what can be chosen, and the chips that say what is chosen. */
(function () {
  const { el, byId, at, time, filters } = sentinel;
  const NAMES = { from: 'from', to: 'to', service: 'service', endpoint: 'endpoint', entity: 'entity', technique: 'technique', level: 'level', q: 'text' };
  const choices = { service: new Set(), endpoint: new Set(), entity: new Set(), technique: new Set() };
  let newest = 0;

  const two = (number) => String(number).padStart(2, '0');

  function localTime(millis) {
    const date = new Date(millis);
    return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
  }

  function text(key) {
    if (key === 'from' || key === 'to') return time(filters.instant(key), true);
    return key === 'entity' ? filters.entity().join(' ') : filters.value(key);
  }

  function chip(key) {
    const value = `${NAMES[key]}: ${text(key)}`;
    return el('button', 'chosen', { type: 'button', textContent: value, ariaLabel: `Remove filter ${value}`,
      onclick: () => { filters.set({ [key]: '' }); (byId('chips').querySelector('button') || byId('find')).focus(); } });
  }

  function drawChips() {
    const chips = filters.active().map(chip);
    if (chips.length > 0) chips.push(el('button', 'plain', { id: 'clear', type: 'button', textContent: 'Clear filters', onclick: filters.clear }));
    byId('chips').replaceChildren(...chips);
    byId('filter-note').textContent = note();
  }

  /** What a stream does not know it is not filtered by: said, because the charts look unfiltered. */
  function note() {
    const active = filters.active();
    const [type] = filters.entity() || [];
    const alertsOnly = active.filter((key) => ['technique', 'level', 'q'].includes(key)).map((key) => NAMES[key]);
    if (['address', 'subnet', 'user', 'host'].includes(type)) alertsOnly.push(type);
    const notes = [];
    if (alertsOnly.length > 0) notes.push(`Traffic does not know ${alertsOnly.join(', ')}: there, only the marked alerts are filtered.`);
    if (active.includes('endpoint') || type === 'endpoint') notes.push('Puma\'s samples and dead letters have no endpoint and are shown whole.');
    return notes.join(' ');
  }

  function options(key, values) {
    const select = byId(`filter-${key}`);
    const chosen = filters.value(key);
    const all = [...new Set([...values, ...(chosen ? [chosen] : [])])].sort();
    const known = [...select.options].slice(1).map((option) => option.value);
    if (JSON.stringify(known) !== JSON.stringify(all)) {
      const label = (value) => (key === 'entity' ? value.replace(':', ' ') : value);
      select.replaceChildren(el('option', '', { value: '', textContent: `any ${key}` }),
        ...all.map((value) => el('option', '', { value, textContent: label(value) })));
    }
    select.value = chosen;
    select.disabled = all.length === 0;
  }

  function draw() {
    for (const [key, values] of Object.entries(choices)) options(key, values);
    for (const key of ['from', 'to']) byId(`filter-${key}`).value = filters.value(key) ? localTime(filters.instant(key)) : '';
    if (document.activeElement !== byId('find')) byId('find').value = filters.value('q');
    byId('sort').value = filters.value('sort') || 'severity';
    drawChips();
  }

  function learn({ _source: source }) {
    const take = (key, value) => typeof value === 'string' && value !== '' && choices[key].add(value);
    newest = Math.max(newest, Date.parse(source['@timestamp']) || 0);
    take('service', at(source, 'service.name'));
    take('endpoint', at(source, 'puma.endpoint'));
    const entity = at(source, 'sentinel.alert.entity');
    if (entity) take('entity', `${entity.type}:${entity.value}`);
    sentinel.list(at(source, 'threat.technique.id')).forEach((id) => take('technique', id));
  }

  /** Offers what these hits name, and times relative to the newest. */
  sentinel.offer = function (hits) {
    hits.forEach(learn);
    draw();
  };

  /** The two minutes around an alert, as a filter. */
  sentinel.around = (source) => ({
    from: new Date(Date.parse(at(source, 'event.start')) - 120000).toISOString(),
    to: new Date(Date.parse(at(source, 'event.end')) + 120000).toISOString(),
  });

  function preset() {
    const minutes = Number(byId('preset').value);
    byId('preset').value = '';
    if (!minutes) filters.set({ from: '', to: '' });
    else if (newest > 0) filters.set({ from: new Date(newest - minutes * 60000).toISOString(), to: '' });
  }

  function typed(event) {
    const value = event.target.value;
    filters.set({ q: value }, event.target.dataset.editing === 'true');
    event.target.dataset.editing = 'true';
  }

  for (const key of Object.keys(choices)) byId(`filter-${key}`).addEventListener('change', (event) => filters.set({ [key]: event.target.value }));
  for (const key of ['from', 'to']) {
    byId(`filter-${key}`).addEventListener('change', (event) => {
      filters.set({ [key]: event.target.value ? new Date(event.target.value).toISOString() : '' });
    });
  }
  byId('preset').addEventListener('change', preset);
  byId('sort').addEventListener('change', (event) => filters.set({ sort: event.target.value === 'severity' ? '' : event.target.value }));
  byId('find').addEventListener('input', typed);
  byId('find').addEventListener('blur', (event) => { delete event.target.dataset.editing; event.target.value = filters.value('q'); });
  filters.onChange(draw);
})();

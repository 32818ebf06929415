'use strict';
/* The hits of each stream under the filters: what Elasticsearch can filter it filters, the rest is
 * done here, alike for the live page and the report. A stream is not filtered by what it does not
 * know: Puma's samples have no endpoint, windows no address. */
(function () {
  const { at, list, filters } = sentinel;
  const ALERTS = 'alerts-puma-*';
  const WINDOWS = 'metrics-puma.endpoint-*';
  const STATS = 'metrics-puma.stats-*';
  const LETTERS = 'logs-puma.dead_letter-*';
  const queries = new Map();

  /** Takes a query of the page: one index is asked once, for the fields of all its queries. */
  function use({ index, body }) {
    const known = queries.get(index);
    if (!known) { queries.set(index, { index, body: structuredClone(body) }); return; }
    known.body.size = Math.max(known.body.size, body.size);
    known.body._source = [...new Set([...known.body._source, ...body._source])];
  }

  const iso = (key) => new Date(filters.instant(key)).toISOString();

  /** An alert is inside where it was going on; everything else where its own time is. */
  function ranges(index) {
    const [begin, end] = index === ALERTS ? ['event.start', 'event.end'] : ['@timestamp', '@timestamp'];
    const found = [];
    if (filters.value('from')) found.push({ field: end, gte: iso('from') });
    if (filters.value('to')) found.push({ field: begin, lt: iso('to') });
    return found;
  }

  function terms(index) {
    const found = {};
    const [type, name] = filters.entity() || [];
    if (filters.value('service')) found['service.name'] = filters.value('service');
    if (filters.value('endpoint') && (index === ALERTS || index === WINDOWS)) found['puma.endpoint'] = filters.value('endpoint');
    if (index === WINDOWS && type === 'endpoint' && !found['puma.endpoint']) found['puma.endpoint'] = name;
    if ((index === STATS || index === LETTERS) && type === 'host') found['host.name'] = name;
    if (index !== ALERTS && type === 'service' && !found['service.name']) found['service.name'] = name;
    return found;
  }

  const FIELDS = {
    address: ['source.ip', 'related.ip'], endpoint: ['puma.endpoint'], host: ['host.name'],
    service: ['service.name'], user: ['user.name', 'related.user'], subnet: [],
  };

  function isAbout(source, [type, name]) {
    const entity = at(source, 'sentinel.alert.entity') || {};
    return (entity.type === type && entity.value === name)
      || FIELDS[type].some((field) => list(at(source, field)).includes(name));
  }

  const holds = (hit, text) => JSON.stringify(hit._source).toLowerCase().includes(JSON.stringify(text.toLowerCase()).slice(1, -1));

  function keeps(index, hit) {
    const text = filters.value('q').trim();
    if (text && (index === ALERTS || index === LETTERS) && !holds(hit, text)) return false;
    if (index !== ALERTS) return true;
    const technique = filters.value('technique');
    const entity = filters.entity();
    return (!technique || list(at(hit._source, 'threat.technique.id')).includes(technique))
      && (!entity || isAbout(hit._source, entity));
  }

  /** The hits of an index under further terms and all filters but the level. */
  async function hits(index, more = {}) {
    const found = await sentinel.search(queries.get(index), { terms: { ...terms(index), ...more }, ranges: ranges(index) });
    return found.filter((hit) => keeps(index, hit));
  }

  /** The level of an alert's document; an unknown one counts as informational. */
  sentinel.level = function (source) {
    const name = String(at(source, 'sentinel.alert.level') || '').toLowerCase();
    return sentinel.LEVELS.includes(name) ? name : 'informational';
  };

  sentinel.streams = {
    ALERTS, WINDOWS, STATS, LETTERS, use, hits,
    /** Whether an alert's level is among the chosen ones. */
    isShown: (hit) => !filters.value('level') || filters.value('level').split(',').includes(sentinel.level(hit._source)),
    /** The hits of an index without any filter. */
    all: (index) => sentinel.search(queries.get(index), { terms: {}, ranges: [] }),
  };
})();

'use strict';
/* What is shown: the filters, kept in the address so that a link shows the same and "back" works. */
(function () {
  const KEYS = ['from', 'to', 'service', 'endpoint', 'entity', 'technique', 'level', 'q', 'sort'];
  const NARROWING = KEYS.filter((key) => key !== 'sort');
  const LEVELS = ['critical', 'high', 'medium', 'low', 'informational'];
  const ENTITIES = ['address', 'subnet', 'endpoint', 'user', 'host', 'service', 'group'];
  const listeners = [];
  let values = read();

  function usable(key, value) {
    if (key === 'from' || key === 'to') return !Number.isNaN(Date.parse(value));
    if (key === 'level') return value.split(',').every((level) => LEVELS.includes(level));
    if (key === 'entity') return ENTITIES.includes(value.split(':')[0]) && value.includes(':');
    return value !== '';
  }

  /** The filters in the address; what cannot be one is left out. */
  function read() {
    const given = new URLSearchParams(location.hash.slice(1));
    return Object.fromEntries(KEYS.map((key) => [key, given.get(key) || ''])
      .filter(([key, value]) => value !== '' && usable(key, value)));
  }

  function hash() {
    const kept = new URLSearchParams(KEYS.filter((key) => values[key]).map((key) => [key, values[key]]));
    return `#${kept}`;
  }

  const tell = () => listeners.forEach((listener) => listener());

  function set(changes, replaces) {
    const before = hash();
    values = Object.fromEntries(Object.entries({ ...values, ...changes })
      .filter(([key, value]) => value && usable(key, String(value))).map(([key, value]) => [key, String(value)]));
    if (hash() === before) return;
    history[replaces ? 'replaceState' : 'pushState'](null, '', hash());
    tell();
  }

  function shownByAddress() {
    const before = hash();
    values = read();
    if (hash() !== before) tell();
  }

  window.addEventListener('popstate', shownByAddress);
  window.addEventListener('hashchange', shownByAddress);

  sentinel.LEVELS = LEVELS;
  sentinel.filters = {
    value: (key) => values[key] || '',
    /** Changes some filters ('' takes one away); a new entry in the history unless it replaces. */
    set,
    clear: () => set(Object.fromEntries(NARROWING.map((key) => [key, '']))),
    /** The names of the filters that leave something out. */
    active: () => NARROWING.filter((key) => values[key]),
    onChange: (listener) => listeners.push(listener),
    instant: (key) => (values[key] ? Date.parse(values[key]) : null),
    /** The chosen entity as [type, value], or null. */
    entity: () => (values.entity ? [values.entity.split(':')[0], values.entity.slice(values.entity.indexOf(':') + 1)] : null),
  };
})();

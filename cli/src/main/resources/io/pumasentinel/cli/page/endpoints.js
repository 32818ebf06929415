'use strict';
/* The choice of the endpoint whose charts are shown. */
(function () {
  const { el, byId, at, number } = sentinel;
  const choice = byId('endpoint-choice');
  let chosenByHand = false;
  let options = '';

  const key = (service, endpoint) => JSON.stringify([service || '', endpoint]);

  function totals(hits) {
    const counts = new Map();
    for (const { _source: source } of hits) {
      const name = key(at(source, 'service.name'), at(source, 'puma.endpoint'));
      counts.set(name, (counts.get(name) || 0) + (at(source, 'sentinel.window.count') || 0));
    }
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  }

  function preferred(alerts, known) {
    const names = alerts.filter((hit) => at(hit._source, 'sentinel.alert.entity.type') === 'endpoint')
      .map(({ _source: source }) => key(at(source, 'service.name'), at(source, 'puma.endpoint')));
    const isKnown = (name) => known.some(([other]) => other === name);
    const busiest = known.find(([name]) => JSON.parse(name)[1] !== '{unmatched}') || known[0];
    return [...names, choice.value].find(isKnown) || busiest[0];
  }

  function option(name, count, severalServices) {
    const [service, endpoint] = JSON.parse(name);
    const place = severalServices && service ? `${service}: ` : '';
    return el('option', '', { value: name, textContent: `${place}${endpoint}  (${number(count)} requests)` });
  }

  /** Fills the list from windows; until someone chooses, the newest alert's endpoint is shown. */
  sentinel.showEndpoints = function (windows, alerts) {
    const known = totals(windows);
    byId('endpoint-tools').hidden = known.length === 0;
    if (known.length === 0) choice.replaceChildren();
    if (JSON.stringify(known) === options) return;
    options = JSON.stringify(known);
    if (known.length === 0) return;
    const kept = choice.value;
    const several = new Set(known.map(([name]) => JSON.parse(name)[0])).size > 1;
    choice.replaceChildren(...known.map(([name, count]) => option(name, count, several)));
    choice.value = chosenByHand && known.some(([name]) => name === kept) ? kept : preferred(alerts, known);
  };

  /** The terms that select the chosen endpoint's documents. */
  sentinel.endpointTerms = function () {
    if (!choice.value) return {};
    const [service, endpoint] = JSON.parse(choice.value);
    return service ? { 'service.name': service, 'puma.endpoint': endpoint } : { 'puma.endpoint': endpoint };
  };

  sentinel.chooseEndpoint = function (service, endpoint) {
    chosenByHand = true;
    choice.value = key(service, endpoint);
    choice.dispatchEvent(new Event('change'));
    byId('endpoint-section').scrollIntoView({ block: 'start' });
    choice.focus();
  };

  choice.addEventListener('change', () => { chosenByHand = true; });
})();

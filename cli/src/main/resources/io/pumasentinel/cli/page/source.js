'use strict';
/* Answers Elasticsearch queries: from the local server, or from the responses in the report. */
(function () {
  const data = sentinel.embedded('sentinel-data');

  function matches(hit, terms) {
    return Object.entries(terms).every(([field, value]) => sentinel.at(hit._source, field) === value);
  }

  function fromReport(query, terms) {
    const response = data.responses[query.index];
    const hits = response ? response.hits.hits.filter((hit) => matches(hit, terms)) : [];
    return Promise.resolve(hits.slice(0, query.body.size));
  }

  async function fromServer(query, terms) {
    const filter = Object.entries(terms).map(([field, value]) => ({ term: { [field]: value } }));
    const body = filter.length ? { ...query.body, query: { bool: { filter } } } : query.body;
    const answer = await fetch(`/api/search?index=${encodeURIComponent(query.index)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`search answered ${answer.status}`);
    return (await answer.json()).hits.hits;
  }

  async function statusFromServer() {
    const answer = await fetch('/api/status');
    if (!answer.ok) throw new Error(`status answered ${answer.status}`);
    return answer.json();
  }

  sentinel.live = data.mode === 'live';
  /** The hits of {index, body} whose fields equal the given terms, newest first. */
  sentinel.search = (query, terms = {}) => (sentinel.live ? fromServer : fromReport)(query, terms);
  sentinel.status = () => (sentinel.live ? statusFromServer() : Promise.resolve(data.status));
  /** How many documents the report's query matched, embedded or not. */
  sentinel.matched = (index) => (sentinel.live ? null : sentinel.at(data.responses[index] || {}, 'hits.total.value'));
})();

'use strict';
/* Answers Elasticsearch queries: from the local server, or from the responses in the report. */
(function () {
  const data = sentinel.embedded('sentinel-data');

  const equals = (hit, [field, value]) => sentinel.list(sentinel.at(hit._source, field)).includes(value);

  function inside(hit, { field, gte, lt }) {
    const time = Date.parse(sentinel.at(hit._source, field));
    return !Number.isNaN(time) && (!gte || time >= Date.parse(gte)) && (!lt || time < Date.parse(lt));
  }

  function fromReport(query, { terms, ranges }) {
    const response = data.responses[query.index];
    const wanted = Object.entries(terms);
    const matches = (hit) => wanted.every((term) => equals(hit, term)) && ranges.every((range) => inside(hit, range));
    return Promise.resolve((response ? response.hits.hits : []).filter(matches).slice(0, query.body.size));
  }

  async function fromServer(query, { terms, ranges }) {
    const filter = Object.entries(terms).map(([field, value]) => ({ term: { [field]: value } }));
    for (const { field, ...bounds } of ranges) filter.push({ range: { [field]: bounds } });
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
  /** The hits of {index, body} whose fields equal the terms and lie in the ranges, newest first. */
  sentinel.search = (query, filter) => (sentinel.live ? fromServer : fromReport)(query, filter);
  sentinel.status = () => (sentinel.live ? statusFromServer() : Promise.resolve(data.status));
  /** How many documents the report's query matched, embedded or not. */
  sentinel.matched = (index) => (sentinel.live ? null : sentinel.at(data.responses[index] || {}, 'hits.total.value'));
})();

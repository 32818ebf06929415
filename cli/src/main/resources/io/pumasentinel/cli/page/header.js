'use strict';
/* The header: state, counts, progress, links. */
(function () {
  const { el, byId, number, time } = sentinel;
  const COUNTS = [
    ['lines', 'lines read'],
    ['requests', 'requests'],
    ['windows', 'endpoint windows'],
    ['alerts', 'alerts'],
    ['dead_letters', 'dead letters'],
  ];

  let status = {};
  let filtered = null;

  function link({ label, url }) {
    return /^https?:\/\//.test(url) ? el('a', '', { href: url, textContent: label, rel: 'noreferrer' }) : null;
  }

  function showProgress(status) {
    const running = status.state === 'running' && typeof status.progress === 'number';
    byId('progress').hidden = !running;
    if (running) byId('progress').value = status.progress;
    const share = running ? ` ${Math.round(status.progress * 100)} %` : '';
    const state = status.message || (sentinel.live ? status.state || '' : 'report') + share;
    if (byId('state').textContent !== state) byId('state').textContent = state;
    byId('state').dataset.state = status.state || '';
  }

  /** A count, and under filters how many of all it is. */
  function count([key, label]) {
    const part = filtered && typeof filtered[key] === 'number' && typeof status[key] === 'number' && filtered[key] !== status[key];
    return el('div', key, {},
      el('dt', '', { textContent: part ? `of ${number(status[key])} ${label}` : label }),
      el('dd', '', { textContent: number(part ? filtered[key] : status[key]) }));
  }

  const drawCounts = () => byId('counts').replaceChildren(...COUNTS.map(count));

  sentinel.showHeader = function (now) {
    status = now;
    showProgress(status);
    byId('range').textContent = status.from && status.to ? `${time(status.from, true)} to ${time(status.to, true)}` : '';
    byId('links').replaceChildren(...(status.links || []).map(link).filter(Boolean));
    drawCounts();
  };

  /** Counts under the filters, by the names of the status; null without filters. */
  sentinel.showFiltered = function (counts) {
    filtered = counts;
    drawCounts();
  };

  sentinel.showLost = function () {
    byId('state').textContent = 'connection lost: the demo has ended, what you see is the last state';
    byId('state').dataset.state = 'lost';
  };
})();

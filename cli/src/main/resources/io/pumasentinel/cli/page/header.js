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

  sentinel.showHeader = function (status) {
    showProgress(status);
    byId('range').textContent = status.from && status.to ? `${time(status.from, true)} to ${time(status.to, true)}` : '';
    byId('links').replaceChildren(...(status.links || []).map(link).filter(Boolean));
    byId('counts').replaceChildren(
      ...COUNTS.map(([key, label]) =>
        el('div', key, {}, el('dt', '', { textContent: label }), el('dd', '', { textContent: number(status[key]) })),
      ),
    );
  };

  sentinel.showLost = function () {
    byId('state').textContent = 'connection lost: the demo has ended, what you see is the last state';
    byId('state').dataset.state = 'lost';
  };
})();

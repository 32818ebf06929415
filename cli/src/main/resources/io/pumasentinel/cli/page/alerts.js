'use strict';
/* The list of alerts, the worst or the newest first, each to unfold. */
(function () {
  const { el, byId, at, number, level, filters, LEVELS } = sentinel;
  const STEP = 25;
  const open = new Set();
  let alerts = [];
  let total = 0;
  let shown = STEP;
  let drawn = '';

  const identity = (hit) => at(hit._source, 'sentinel.alert.id') || hit._id || hit._source['@timestamp'];
  const fired = (hit) => Date.parse(hit._source['@timestamp']) || 0;
  const rank = (hit) => LEVELS.indexOf(level(hit._source));
  const ORDERS = {
    severity: (one, other) => rank(one) - rank(other) || fired(other) - fired(one),
    newest: (one, other) => fired(other) - fired(one),
    oldest: (one, other) => fired(one) - fired(other),
  };

  function card(hit) {
    const id = identity(hit);
    const details = el('details', `alert ${level(hit._source)}`, {}, sentinel.alertSummary(hit._source));
    const fill = () => details.children.length === 1 && details.append(sentinel.alertBody(hit));
    details.addEventListener('toggle', () => {
      if (details.open) { open.add(id); fill(); } else open.delete(id);
    });
    details.dataset.id = id;
    if (open.has(id)) { fill(); details.open = true; }
    return el('li', '', {}, details);
  }

  function chip(name, count) {
    const chosen = filters.value('level') ? filters.value('level').split(',') : LEVELS;
    const toggle = () => {
      const next = chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name];
      filters.set({ level: next.length === 0 || next.length === LEVELS.length ? '' : LEVELS.filter((other) => next.includes(other)).join(',') });
    };
    const button = el('button', `chip ${name}`, { type: 'button', textContent: `${count} ${name}`, onclick: toggle });
    button.setAttribute('aria-pressed', String(chosen.includes(name)));
    button.dataset.level = name;
    return button;
  }

  function drawChips(all) {
    const focused = document.activeElement && document.activeElement.dataset.level;
    const count = (name) => all.filter((hit) => level(hit._source) === name).length;
    const chips = LEVELS.filter((name) => count(name) > 0).map((name) => chip(name, count(name)));
    byId('levels').replaceChildren(...chips);
    chips.filter((button) => button.dataset.level === focused).forEach((button) => button.focus());
  }

  function nothing() {
    if (total > 0) return sentinel.empty(`None of ${number(total)} alerts matches the filters: take one away above, or press Escape to clear them all.`);
    return sentinel.empty(sentinel.live
      ? 'No alert yet. Attacks show at once; anomalies need a baseline, which is learned from the first closed windows of each endpoint.'
      : 'No alert: nothing matched a rule, and no endpoint left its baseline. A file of a few minutes is too short to learn one; give more lines, or Puma\'s stats with --stats.');
  }

  function more() {
    const next = shown;
    return el('button', 'more', {
      type: 'button', textContent: `Show ${Math.min(STEP, alerts.length - shown)} more of ${number(alerts.length)}`,
      onclick: () => { shown += STEP; draw(); document.querySelectorAll('.alert > summary')[next].focus(); } });
  }

  function draw() {
    const sorted = [...alerts].sort(ORDERS[filters.value('sort')] || ORDERS.severity);
    byId('alert-list').replaceChildren(...sorted.slice(0, shown).map(card));
    byId('alert-rest').replaceChildren(...(alerts.length === 0 ? [nothing()] : alerts.length > shown ? [more()] : []));
    byId('alert-count').textContent = alerts.length === total ? `${number(total)} alerts` : `${number(alerts.length)} of ${number(total)} alerts`;
  }

  function keepFocus(change) {
    const focused = [...document.querySelectorAll('.alert > summary')].indexOf(document.activeElement);
    change();
    if (focused >= 0) (document.querySelectorAll('.alert > summary')[focused] || byId('find')).focus();
  }

  /** Shows the hits of chosen levels, of all alerts; what is unfolded stays so, and an unchanged
   * list is not touched. */
  sentinel.showAlerts = function (ofAnyLevel, all) {
    const hits = ofAnyLevel.filter(sentinel.streams.isShown);
    const usable = (found) => found.filter((hit) => at(hit._source, 'sentinel.alert'));
    drawChips(usable(ofAnyLevel));
    const state = JSON.stringify([usable(hits), usable(all).length, filters.value('sort')]);
    if (state === drawn) return;
    drawn = state;
    alerts = usable(hits);
    total = usable(all).length;
    keepFocus(draw);
  };

  filters.onChange(() => { shown = STEP; });
  window.addEventListener('beforeprint', () => document.querySelectorAll('details.alert').forEach((details) => {
    if (details.children.length === 1) details.append(sentinel.alertBody(alerts.find((hit) => identity(hit) === details.dataset.id)));
  }));
})();

'use strict';
/* One tooltip for all charts; it holds text only. */
(function () {
  const { el, byId } = sentinel;
  const tip = byId('tip');

  function rows(value) {
    return Object.entries(value)
      .filter(([, text]) => text !== '' && text !== 'null' && text !== 'undefined')
      .flatMap(([label, text]) => [el('dt', '', { textContent: label }), el('dd', '', { textContent: String(text) })]);
  }

  sentinel.tooltip = function (handler, event, item, value) {
    const usable = value !== null && typeof value === 'object' && Object.keys(value).length > 0;
    tip.hidden = !usable;
    if (!usable) return;
    tip.replaceChildren(el('dl', '', {}, rows(value)));
    const { width, height } = tip.getBoundingClientRect();
    const left = event.clientX + 16 + width > window.innerWidth ? event.clientX - width - 12 : event.clientX + 16;
    tip.style.left = `${Math.max(4, left)}px`;
    tip.style.top = `${Math.max(4, Math.min(event.clientY + 12, window.innerHeight - height - 4))}px`;
  };
})();

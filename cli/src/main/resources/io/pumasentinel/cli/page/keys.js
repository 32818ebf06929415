'use strict';
/* The keyboard: everything can be done with it; "?" lists the keys. */
(function () {
  const { byId, filters } = sentinel;
  const summaries = () => [...document.querySelectorAll('.alert > summary')];
  const isField = (element) => /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName);

  function move(to) {
    const all = summaries();
    const target = all[Math.max(0, Math.min(all.length - 1, to))];
    if (target) { target.focus(); target.scrollIntoView({ block: 'nearest' }); }
  }

  const inList = {
    ArrowDown: (at) => at + 1, ArrowUp: (at) => at - 1, Home: () => 0, End: () => Infinity,
  };

  function escape(event) {
    if (byId('keys').open) return;
    if (event.target === byId('find') && byId('find').value) {
      byId('find').value = '';
      filters.set({ q: '' });
    } else if (isField(event.target)) event.target.blur();
    else filters.clear();
  }

  function pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = summaries().indexOf(document.activeElement);
    if (event.key === 'Escape') escape(event);
    else if (isField(event.target)) return;
    else if (event.key === '/') byId('find').focus();
    else if (event.key === '?') byId('keys').showModal();
    else if (event.key === 'a' && !byId('keys').open) move(0);
    else if (at >= 0 && inList[event.key]) move(inList[event.key](at));
    else return;
    if (event.key !== 'Escape') event.preventDefault();
  }

  document.addEventListener('keydown', pressed);
  byId('show-keys').addEventListener('click', () => byId('keys').showModal());
})();

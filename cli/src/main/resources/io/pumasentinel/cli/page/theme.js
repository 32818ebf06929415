'use strict';
/* Light or dark, as the system says until someone chooses; the charts take the page's own palette. */
(function () {
  const { el, byId } = sentinel;
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const listeners = [];
  let before;

  function stored(choice) {
    try {
      if (choice) localStorage.setItem('sentinel-theme', choice);
      return localStorage.getItem('sentinel-theme');
    } catch (refused) {
      return null;
    }
  }

  const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : dark.matches);

  function tell() {
    byId('theme').setAttribute('aria-pressed', String(isDark()));
    listeners.forEach((listener) => listener());
  }

  function toggle() {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    stored(root.dataset.theme);
    tell();
  }

  function print(prints) {
    if (prints) before = root.dataset.theme;
    if (prints || before) root.dataset.theme = prints ? 'light' : before;
    else delete root.dataset.theme;
    listeners.forEach((listener) => listener());
  }

  /** The palette resolved for the theme that is shown. */
  function palette(...names) {
    const probe = document.body.appendChild(el('i', 'hidden'));
    const found = Object.fromEntries(names.map((name) => {
      probe.style.color = `var(--${name})`;
      return [name, getComputedStyle(probe).color];
    }));
    probe.remove();
    return found;
  }

  sentinel.onTheme = (listener) => listeners.push(listener);

  sentinel.chartTheme = function () {
    const { muted: text, line, series, critical } = palette('muted', 'line', 'series', 'critical');
    return {
      background: 'transparent',
      font: getComputedStyle(document.body).fontFamily,
      axis: { labelColor: text, titleColor: text, gridColor: line, tickColor: line },
      legend: { labelColor: text, titleColor: text },
      style: {
        observed: { color: series },
        expected: { color: text },
        band: { color: series },
        outside: { color: critical },
        label: { color: text },
        empty: { color: text },
        note: { color: text },
      },
    };
  };

  const kept = stored();
  if (kept === 'light' || kept === 'dark') root.dataset.theme = kept;
  byId('theme').addEventListener('click', toggle);
  byId('theme').setAttribute('aria-pressed', String(isDark()));
  dark.addEventListener('change', tell);
  window.addEventListener('beforeprint', () => print(true));
  window.addEventListener('afterprint', () => print(false));
})();

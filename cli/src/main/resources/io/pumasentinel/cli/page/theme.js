'use strict';
/* The charts' colours, read from the page's own palette so that both agree in light and dark. */
(function () {
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

  sentinel.chartTheme = function () {
    const text = colour('muted');
    return {
      background: 'transparent',
      font: getComputedStyle(document.body).fontFamily,
      axis: { labelColor: text, titleColor: text, gridColor: colour('line'), tickColor: colour('line') },
      legend: { labelColor: text, titleColor: text },
      style: {
        observed: { color: colour('series') },
        expected: { color: text },
        band: { color: colour('series') },
        outside: { color: colour('critical') },
        label: { color: text },
      },
    };
  };
})();

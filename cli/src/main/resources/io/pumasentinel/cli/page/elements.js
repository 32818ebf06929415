'use strict';
/* Builds elements and texts. Text from logs is hostile: it only ever becomes textContent. */
const sentinel = {};

/** An element with a class, further properties and children; strings become text nodes. */
sentinel.el = function (tag, className, properties, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  Object.assign(element, properties || {});
  for (const child of children.flat()) {
    if (child !== null && child !== undefined) element.append(child);
  }
  return element;
};

sentinel.byId = (id) => document.getElementById(id);

sentinel.embedded = (id) => JSON.parse(sentinel.byId(id).textContent);

/** The value at a dotted path of nested objects, or undefined. */
sentinel.at = function (object, path) {
  return path.split('.').reduce((value, key) => (value === null || value === undefined ? undefined : value[key]), object);
};

sentinel.list = (value) => (value === null || value === undefined ? [] : Array.isArray(value) ? value : [value]);

sentinel.number = (value) => (typeof value === 'number' ? value.toLocaleString('en') : '–');

/** Local date and time; the page's footer names the zone. */
sentinel.time = function (text, withDate) {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) return '–';
  const two = (n) => String(n).padStart(2, '0');
  const clock = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
  return withDate ? `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${clock}` : clock;
};

sentinel.lasted = function (from, to) {
  const seconds = Math.round((new Date(to) - new Date(from)) / 1000);
  if (!Number.isFinite(seconds) || seconds < 0) return '';
  if (seconds < 90) return `${seconds} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
};

/** A metric's value in the unit that the charts use: seconds, shares, requests per second. */
sentinel.metric = function (name, value) {
  if (typeof value !== 'number') return '–';
  if (/latency/.test(name)) return value < 1 ? `${+(value * 1000).toPrecision(3)} ms` : `${+value.toPrecision(3)} s`;
  if (/errors_|share|ratio|utilization/.test(name)) return `${+(value * 100).toPrecision(3)} %`;
  if (/rate/.test(name)) return `${+value.toPrecision(3)} /s`;
  return String(+value.toPrecision(4));
};

sentinel.empty = (text) => sentinel.el('p', 'empty', { textContent: text });

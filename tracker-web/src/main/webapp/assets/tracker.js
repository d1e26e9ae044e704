/* What pages can do beyond links and forms. Each part finds what it is for by an attribute, and all works without. */

const SUGGEST_AFTER_MS = 120;
const YEAR_SECONDS = 31536000;

/* Light or dark: the wish is kept in a cookie, so that the server's next page is right from its first paint. */
function themeSwitch(button) {
  const root = document.documentElement;
  const darkNow = () => (root.dataset.theme || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
  const tell = () => {
    const other = darkNow() ? 'light' : 'dark';
    button.setAttribute('aria-label', 'Show pages ' + other);
    button.title = 'Show pages ' + other;
  };
  button.hidden = false;
  tell();
  button.addEventListener('click', () => {
    root.dataset.theme = darkNow() ? 'light' : 'dark';
    document.cookie = `tracker_theme=${root.dataset.theme}; path=/; max-age=${YEAR_SECONDS}; SameSite=Lax`;
    tell();
  });
}

/* A slash goes to the search, wherever nothing is being typed. */
function slashSearches() {
  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input, textarea, select, [contenteditable]');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const field = document.querySelector('input[data-suggest]');
      if (field) {
        event.preventDefault();
        field.focus();
        field.select();
      }
    }
  });
}

/* Where one can type at once, one may; a screen keyboard does not jump up for it. */
function readyToType(field) {
  if (matchMedia('(hover: hover) and (pointer: fine)').matches && !document.activeElement?.matches('input')) {
    field.focus({ preventScroll: true });
  }
}

/* Names that are suggested while one types: a combobox with a list, as the ARIA practices have it. */
function suggestions(field, number) {
  const list = document.createElement('ul');
  list.className = 'suggestions';
  list.id = `suggestions-${number}`;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Suggested cards');
  list.hidden = true;
  field.after(list);
  field.setAttribute('role', 'combobox');
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-controls', list.id);
  field.setAttribute('aria-expanded', 'false');

  let timer = 0;
  let asked = 0;
  let at = -1;

  const close = () => {
    list.hidden = true;
    at = -1;
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
  };
  const choose = (name) => {
    close();
    field.value = name;
    location.assign('/search?q=' + encodeURIComponent('!"' + name.replaceAll('"', '') + '"'));
  };
  const mark = (place) => {
    const options = [...list.children];
    at = (place + options.length + 1) % (options.length + 1);
    options.forEach((option, index) => option.setAttribute('aria-selected', String(index === at)));
    if (options[at]) {
      field.setAttribute('aria-activedescendant', options[at].id);
      options[at].scrollIntoView({ block: 'nearest' });
    } else {
      field.removeAttribute('aria-activedescendant');
    }
  };
  const show = (names) => {
    list.replaceChildren(...names.map((name, index) => {
      const option = document.createElement('li');
      option.id = `${list.id}-${index}`;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.textContent = name;
      option.addEventListener('mousedown', (event) => event.preventDefault());
      option.addEventListener('click', () => choose(name));
      return option;
    }));
    at = -1;
    list.hidden = names.length === 0;
    field.setAttribute('aria-expanded', String(!list.hidden));
    field.removeAttribute('aria-activedescendant');
  };
  const ask = async () => {
    const typed = field.value.trim();
    const turn = ++asked;
    // a name has none of the signs of the search language
    if (typed.length < 2 || /[:=<>()/"!]|^-/.test(typed)) {
      close();
      return;
    }
    try {
      const answer = await fetch('/suggestions?q=' + encodeURIComponent(typed));
      const names = answer.ok ? await answer.json() : [];
      if (turn === asked && document.activeElement === field) {
        show(names);
      }
    } catch {
      close();
    }
  };

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, SUGGEST_AFTER_MS);
  });
  field.addEventListener('blur', close);
  field.form.addEventListener('submit', () => {
    clearTimeout(timer);
    asked++;
    close();
  });
  field.addEventListener('keydown', (event) => {
    if (list.hidden) {
      if (event.key === 'ArrowDown' && field.value.trim().length > 1) {
        ask();
      }
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      mark(event.key === 'ArrowDown' ? at + 1 : at === -1 ? list.children.length - 1 : at - 1);
    } else if (event.key === 'Enter' && at >= 0 && list.children[at]) {
      event.preventDefault();
      choose(list.children[at].textContent);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
  });
}

/* A picture that does not come gives way to our own drawing. */
function standIns() {
  const replace = (image) => {
    const other = image.dataset.else;
    if (other && image.getAttribute('src') !== other) {
      image.src = other;
    }
  };
  document.addEventListener('error', (event) => {
    if (event.target instanceof HTMLImageElement) {
      replace(event.target);
    }
  }, true);
  document.querySelectorAll('img[data-else]').forEach((image) => {
    if (image.complete && image.naturalWidth === 0 && image.loading !== 'lazy') {
      replace(image);
    }
  });
}

/* Forms whose choices count at once, and whose addresses name only what is not as usual. */
function autoForm(form) {
  form.querySelectorAll('[data-without-script]').forEach((button) => { button.hidden = true; });
  form.addEventListener('change', (event) => {
    if (event.target.matches('select, input[type=checkbox]')) {
      form.requestSubmit();
    }
  });
  form.addEventListener('formdata', (event) => {
    form.querySelectorAll('[data-usual]').forEach((field) => {
      if (field.value === field.dataset.usual) {
        event.formData.delete(field.name);
      }
    });
  });
}

/* The prices of a day under the pointer. */
function plot(figure) {
  const chart = figure.querySelector('svg');
  const types = chart.dataset.types.split('|');
  const points = chart.dataset.points.split(';').map((point) => {
    const [day, x, ...prices] = point.split(' ');
    return { day, x: Number(x), prices: prices.map((price) => price.split('@')[0]) };
  });
  const needle = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  needle.setAttribute('class', 'needle');
  const tip = document.createElement('div');
  tip.className = 'tip';
  tip.hidden = true;
  chart.append(needle);
  figure.append(tip);
  const away = () => {
    tip.hidden = true;
    needle.removeAttribute('d');
  };
  let at = points.length - 1;
  const show = (index) => {
    at = Math.max(0, Math.min(points.length - 1, index));
    const near = points[at];
    const box = chart.getBoundingClientRect();
    needle.setAttribute('d', `M${near.x} 10V${chart.viewBox.baseVal.height - 30}`);
    tip.textContent = [near.day, ...types.map((type, index) => `${type} ${near.prices[index]}`)].join('\n');
    tip.hidden = false;
    const left = near.x / chart.viewBox.baseVal.width * box.width;
    tip.style.left = `${Math.min(left + 16, figure.clientWidth - tip.offsetWidth - 8)}px`;
  };
  chart.addEventListener('pointermove', (event) => {
    const box = chart.getBoundingClientRect();
    const x = (event.clientX - box.left) / box.width * chart.viewBox.baseVal.width;
    show(points.reduce((best, point, index) => Math.abs(point.x - x) < Math.abs(points[best].x - x) ? index : best, 0));
  });
  chart.addEventListener('pointerleave', away);
  // by keyboard, day by day
  chart.setAttribute('tabindex', '0');
  tip.setAttribute('role', 'status');
  chart.addEventListener('focus', () => show(at));
  chart.addEventListener('blur', away);
  chart.addEventListener('keydown', (event) => {
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: points.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      show(to);
    }
  });
}

/* A card's picture beside its name in a list, for a mouse. */
function peeks() {
  if (!matchMedia('(hover: hover)').matches) {
    return;
  }
  const picture = document.createElement('img');
  picture.className = 'peek';
  picture.alt = '';
  document.addEventListener('mouseover', (event) => {
    const link = event.target.closest('a[data-peek]');
    if (!link) {
      picture.remove();
      return;
    }
    const box = link.getBoundingClientRect();
    picture.src = link.dataset.peek;
    picture.style.left = `${Math.min(box.right + 16, innerWidth - 256)}px`;
    picture.style.top = `${Math.max(8, Math.min(box.top - 120, innerHeight - 350))}px`;
    document.body.append(picture);
  });
}

/* The search that a builder's fields come to, written by the server while one chooses. */
function builder(form) {
  const output = form.querySelector('output');
  let timer = 0;
  let asked = 0;
  const write = async () => {
    const turn = ++asked;
    const wishes = new URLSearchParams(new FormData(form));
    wishes.delete('go');
    const answer = await fetch('/build?' + wishes);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const written = page.querySelector('output');
    if (turn === asked && written) {
      output.textContent = written.textContent;
    }
  };
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => write().catch(() => {}), SUGGEST_AFTER_MS);
  });
}

/* A form that was sent is not sent a second time by a second click. */
function onceOnly(form) {
  form.addEventListener('submit', (event) => {
    if (event.submitter?.hasAttribute('data-again')) {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
    }
    form.dataset.sent = 'true';
  });
  addEventListener('pageshow', () => { delete form.dataset.sent; });
}

/*
 * What was sent while one was not signed in any more is there again after signing in, in this window and for some
 * minutes. Passwords are not kept.
 */
const UNSENT = 'tracker_unsent';
const UNSENT_KEPT_MS = 900_000;
const SIGN_IN = '/sign-in';

function isTyped(field) {
  return field.name && !field.disabled && field.matches('input, select, textarea')
    && !['hidden', 'password', 'file', 'submit', 'search', 'button'].includes(field.type);
}

function rememberUnsent(form) {
  form.addEventListener('submit', () => {
    const fields = [...form.elements].filter(isTyped).map((field) => [field.name, field.value, field.checked ?? false]);
    if (form.id && fields.length > 0) {
      sessionStorage.setItem(UNSENT, JSON.stringify({ path: location.pathname, form: form.id, at: Date.now(), fields }));
    }
  });
}

function bringBackUnsent() {
  const unsent = JSON.parse(sessionStorage.getItem(UNSENT));
  if (!unsent || Date.now() - unsent.at > UNSENT_KEPT_MS) {
    sessionStorage.removeItem(UNSENT);
    return;
  }
  if (location.pathname === SIGN_IN) {
    const next = new URLSearchParams(location.search).get('next') ?? '';
    if (next.split('?')[0] === unsent.path) {
      document.querySelectorAll('[data-unsent]').forEach((note) => { note.textContent = note.dataset.unsent; });
    }
    return;
  }
  sessionStorage.removeItem(UNSENT);
  const form = document.getElementById(unsent.form);
  const comesFrom = document.referrer ? new URL(document.referrer).pathname : '';
  if (location.pathname !== unsent.path || comesFrom !== SIGN_IN || !form) {
    return;
  }
  unsent.fields.forEach(([name, value, checked]) => {
    const same = [...form.elements].filter((field) => isTyped(field) && field.name === name);
    const field = same.find((one) => one.type !== 'checkbox' && one.type !== 'radio') ?? same.find((one) => one.value === value);
    if (field?.type === 'checkbox' || field?.type === 'radio') {
      field.checked = checked;
    } else if (field) {
      field.value = value;
    }
  });
  const note = document.createElement('p');
  note.className = 'note';
  note.setAttribute('role', 'status');
  note.textContent = 'You had to sign in, so this was not carried out yet. What you typed is here again; passwords are not kept.';
  form.prepend(note);
  note.scrollIntoView({ block: 'center' });
}

document.querySelectorAll('[data-theme-switch]').forEach(themeSwitch);
document.querySelectorAll('input[data-suggest]').forEach(suggestions);
document.querySelectorAll('input[data-focus]').forEach(readyToType);
document.querySelectorAll('form[data-auto]').forEach(autoForm);
document.querySelectorAll('form[data-builder]').forEach(builder);
document.querySelectorAll('form[method=post]').forEach(onceOnly);
document.querySelectorAll('[data-plot]').forEach(plot);
slashSearches();
standIns();
peeks();
try {
  bringBackUnsent();
  if (/^\/(account|admin)\//.test(location.pathname)) {
    document.querySelectorAll('form[method=post]').forEach(rememberUnsent);
  }
} catch {
  // a browser that keeps nothing for us
}

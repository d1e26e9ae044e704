/* What goes on, told by the server: how far it is, and when it is over; where that cannot be heard, the page is asked for again. */

const ASK_AGAIN_MS = 3000;

function listen(path, hear, busy) {
  const address = new URL(path, location.href);
  address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(address);
  let over = false;
  socket.addEventListener('message', (event) => {
    over = hear(JSON.parse(event.data)) || over;
    if (over) {
      socket.close();
    }
  });
  socket.addEventListener('close', () => {
    if (over || busy) {
      // not a reload, which would send a form again that this page came of
      setTimeout(() => location.assign(location.pathname + location.search), over ? 0 : ASK_AGAIN_MS);
    }
  });
}

/* The running import. */
function followImport(section) {
  const say = (what, text) => { section.querySelector(`[data-${what}]`).textContent = text; };
  listen(section.dataset.progress, (now) => {
    if (String(now.run) !== section.dataset.run) {
      // it has ended, or another one has begun
      return true;
    }
    say('read', now.read);
    say('done', now.done ? `, ${now.done} of the source` : '');
    say('took', now.took);
    say('pace', now.pace);
    if (now.done) {
      section.querySelector('progress').value = Number.parseInt(now.done, 10);
    }
    return false;
  }, true);
}

/* Those that go on in a table: their figures move, and the page is shown anew when another set of them does. */
function followSome(table, kind, cell) {
  const shown = table.dataset[kind];
  if (!shown) {
    return;
  }
  listen(table.dataset.progress, (now) => {
    const going = now[kind];
    Object.entries(going).forEach(([id, text]) => {
      document.querySelectorAll(`[${cell}="${id}"]`).forEach((place) => { place.textContent = text; });
    });
    return shown.split(' ').some((id) => !(id in going));
  }, true);
}

document.querySelectorAll('[data-progress][data-run]').forEach(followImport);
document.querySelectorAll('[data-loads]').forEach((table) => followSome(table, 'loads', 'data-load'));
document.querySelectorAll('[data-jobs]').forEach((table) => followSome(table, 'jobs', 'data-run'));

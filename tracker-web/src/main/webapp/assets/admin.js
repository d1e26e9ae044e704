/* How far the running import is, told by the server; when that cannot be heard, the page is asked for again. */

const ASK_AGAIN_MS = 3000;

function follow(section) {
  const address = new URL(section.dataset.progress, location.href);
  address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  const say = (what, text) => { section.querySelector(`[data-${what}]`).textContent = text; };
  let heard = false;
  const again = () => setTimeout(() => location.assign('/admin/imports'), heard ? 0 : ASK_AGAIN_MS);
  const socket = new WebSocket(address);
  socket.addEventListener('message', (event) => {
    const now = JSON.parse(event.data);
    if (String(now.run) !== section.dataset.run) {
      // it has ended, or another one has begun
      heard = true;
      socket.close();
      return;
    }
    say('read', now.read);
    say('done', now.done ? `, ${now.done} of the source` : '');
    say('took', now.took);
    if (now.done) {
      section.querySelector('progress').value = Number.parseInt(now.done, 10);
    }
  });
  socket.addEventListener('close', again);
}

document.querySelectorAll('[data-progress]').forEach(follow);

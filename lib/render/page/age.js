// How old the newest row is that came: it ages while nobody looks, and no event says so.

const isOfDay = (time, other) => Math.floor(time / 86400) === Math.floor(other / 86400);

// "20:22", with the date on another day than that of the server's clock.
function clockText(time) {
  const text = new Date(time * 1000).toISOString().slice(0, 16).replace('T', ' ');
  return isOfDay(time, serverNow()) ? text.slice(11) : text;
}

function showAge() {
  const newest = newestRow();
  byId('last-data').classList.toggle('overdue', Boolean(newest && newest.overdue));
  if (!newest) {
    byId('last-data').textContent = '';
    return;
  }
  const seconds = Math.max(0, Math.floor(serverNow() - newest.time));
  const words = {time: clockText(newest.time), age: seconds < 60 ? `${seconds} s` : showDuration(seconds)};
  const text = newest.overdue ? t('no data since {time} ({age})', words) : t('last data {time}, {age} ago', words);
  if (byId('last-data').textContent !== text) byId('last-data').textContent = text;
}

setInterval(showAge, 1000);
showAge();

const hour = 3_600_000;
const day = 24 * hour;
const from = Date.UTC(2015, 0, 1);
const to = Date.UTC(2025, 0, 1);
const oneDay = Date.UTC(2019, 5, 15);
const actors = ['Agency', 'Vendor', 'Council', 'Auditor', 'Court', 'Press', 'Residents', 'Contractor'];

/**
 * What the data can look like. `date` gives the fields that say when, as JSON text without braces; `actor` gives a lane.
 * `plain` is what the budgets are for; the others are the shapes that break designs which expect it.
 */
export const shapes = {
  plain: {
    about: '8 lanes, ten years, 30 % in 12 bursts, 20 % intervals, not sorted',
    date: (random, _, bursts) => startAndEnd(random, anyTime(random, bursts)),
    actor: anyActor,
  },
  'one-lane': {
    about: 'all events in one lane',
    date: (random, _, bursts) => startAndEnd(random, anyTime(random, bursts)),
    actor: () => actors[0],
  },
  'one-day': {
    about: 'all events on one day',
    date: (random) => {
      const start = oneDay + random() * (day - hour);
      return random() < 0.2 ? interval(start, start + random() * hour) : instant(start);
    },
    actor: anyActor,
  },
  'one-long': {
    about: 'one event lasts the whole extent',
    date: (random, i, bursts) => (i === 0 ? interval(from, to) : startAndEnd(random, anyTime(random, bursts))),
    actor: anyActor,
  },
  'many-lanes': {
    about: '2,000 lanes, few large and many small',
    date: (random, _, bursts) => startAndEnd(random, anyTime(random, bursts)),
    actor: (random) => `Actor ${1 + Math.floor(2000 * random() ** 3)}`,
  },
  windows: {
    about: 'every date is once within a window of a year',
    date: (random, _, bursts) => {
      const start = anyTime(random, bursts);
      return `"edtf":"[${isoDay(start)}..${isoDay(start + 365 * day)}]"`;
    },
    actor: anyActor,
  },
  undated: {
    about: 'half of the events have no date',
    date: (random, _, bursts) => (random() < 0.5 ? '' : startAndEnd(random, anyTime(random, bursts))),
    actor: anyActor,
  },
};

/** Twelve times around which things happen at once. */
export const burstsOf = (random) => Array.from({ length: 12 }, () => from + random() * (to - from));

function anyActor(random) {
  return actors[Math.floor(random() * actors.length)];
}

function anyTime(random, bursts) {
  if (random() < 0.7) return from + random() * (to - from);
  // The sum of three dice is a hill, here of about a month.
  const offset = (random() + random() + random() - 1.5) * 20 * day;
  return Math.min(to, Math.max(from, bursts[Math.floor(random() * bursts.length)] + offset));
}

function startAndEnd(random, start) {
  // From an hour to sixty days, each order of magnitude alike.
  return random() < 0.2 ? interval(start, start + hour * (24 * 60) ** random()) : instant(start);
}

const iso = (time) => `${new Date(time).toISOString().slice(0, 19)}Z`;
const isoDay = (time) => new Date(time).toISOString().slice(0, 10);
const instant = (start) => `"start":"${iso(start)}"`;
const interval = (start, end) => `"start":"${iso(start)}","end":"${iso(end)}"`;

/** @jsxImportSource preact */
import { useRef, useState } from 'preact/hooks';
// The element, and its types for JSX.
import 'report-timeline/preact';
import type { ReportTimelineElement, TimelineEvent } from 'report-timeline';

type Lanes = 'actor' | 'place' | 'type';

export function App() {
  const timeline = useRef<ReportTimelineElement>(null);
  const [lanes, setLanes] = useState<Lanes>('actor');
  const [file, setFile] = useState<File | null>(null);
  const [chosen, setChosen] = useState<TimelineEvent | null>(null);
  const [isOpen, setOpen] = useState(true);

  return (
    <main>
      <h1>A week in Deir ez-Zor</h1>
      <div class="bar">
        <label>
          A lane for each
          <select value={lanes} onChange={({ currentTarget }) => setLanes(currentTarget.value as Lanes)}>
            <option value="actor">actor</option>
            <option value="place">place</option>
            <option value="type">kind of event</option>
          </select>
        </label>
        <label>
          A file of yours{' '}
          <input type="file" onChange={({ currentTarget }) => setFile(currentTarget.files?.[0] ?? null)} />
        </label>
        <button type="button" onClick={() => timeline.current?.fit()}>
          Show everything
        </button>
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          Timeline
        </button>
      </div>

      {isOpen && (
        <report-timeline
          ref={timeline}
          src="events.json"
          // Preact would write null as an empty text, which is no data to read.
          {...(file && { data: file })}
          group-by={lanes}
          controls="heading filter zoom legend details"
          ontimeline-select={({ event }) => setChosen(event)}
        >
          <p>
            The events are also <a href="events.json">in this file</a>.
          </p>
        </report-timeline>
      )}

      <p class="chosen" role="status">
        {chosen && `${textOf(chosen.title)} (${chosen.when ?? 'no date'})`}
      </p>
    </main>
  );
}

/** A text is a string, or one for each language. */
function textOf(text: TimelineEvent['title']): string {
  return typeof text === 'string' ? text : (text.en ?? Object.values(text)[0] ?? '');
}

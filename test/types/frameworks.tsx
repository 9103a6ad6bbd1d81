import 'report-timeline/preact';
import 'report-timeline/react';
import 'report-timeline/svelte';
import 'report-timeline/vue';
import type { JSX as Preact } from 'preact';
import type { ReportTimelineElement, TimelineFilterChangeEvent, TimelineSelectEvent } from 'report-timeline';
import type { SvelteHTMLElements } from 'svelte/elements';
import { h, type GlobalComponents, type IntrinsicElementAttributes } from 'vue';

/**
 * What each framework's markup says of the tag. A line after "expect" has to be refused; the rest has to pass. Nothing of
 * it is run.
 */
const tag = 'report-timeline';
declare const data: { events: object[] };

export const react = (
  <report-timeline
    src="events.json"
    group-by="place"
    axisDirection="rtl"
    heading-level={3}
    lang="ar-SY"
    className="wide"
    data={data}
    ref={(element) => element?.fit()}
    ontimeline-select={({ id, event, source }: TimelineSelectEvent) => [id, event?.when, source]}
    ontimeline-filter-change={({ off }) => off.length}
  >
    <p slot="footer">Below</p>
  </report-timeline>
);
export const wrong = [
  // @ts-expect-error -- no such grouping
  <report-timeline group-by="weather" />,
  // @ts-expect-error -- no such attribute
  <report-timeline colour="blue" />,
  // @ts-expect-error -- read only
  <report-timeline issues={[]} />,
  // @ts-expect-error -- another event
  <report-timeline ontimeline-select={(event: TimelineFilterChangeEvent) => event} />,
];

type PreactProps = Preact.IntrinsicElements[typeof tag];
export const preact: PreactProps = { 'group-by': 'place', data, 'ontimeline-load': ({ count }) => count };
// @ts-expect-error -- no such view
export const wrongPreact: PreactProps = { view: 'map' };

type SvelteProps = SvelteHTMLElements[typeof tag];
export const svelte: SvelteProps = { view: 'list', data, 'ontimeline-range-change': ({ from }) => from.getTime() };
// @ts-expect-error -- no such view
export const wrongSvelte: SvelteProps = { view: 'map' };

type VueProps = InstanceType<GlobalComponents[typeof tag]>['$props'];
export const vue: VueProps = { 'group-by': 'place', class: ['wide'], data, onTimelineError: ({ code }) => code };
// @ts-expect-error -- no such view
export const wrongVue: VueProps = { view: 'map' };
export const inVueJsx: IntrinsicElementAttributes[typeof tag] = vue;
export const node = h(tag, { 'onTimeline-select': ({ id }: TimelineSelectEvent) => id });

const element = document.querySelector(tag)!;
export const found: ReportTimelineElement = element;
document.addEventListener('timeline-select', ({ id, source }) => [id?.length, source === 'user']);
element.addEventListener('timeline-range-change', ({ from, to }) => to.getTime() - from.getTime());
// @ts-expect-error -- that is a field of another event
element.addEventListener('timeline-load', ({ id }) => void id);

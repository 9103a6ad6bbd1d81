import type { ReportTimelineElement } from '../../../src/element/report-timeline.js';
import { textOf } from './element.js';

interface Target {
  readonly node: Element;
  readonly box: DOMRect;
}

const least = 24;

const controls = 'a[href], button, input, select, textarea, summary, [role=button], [tabindex="0"], .cell, .handle';

/** Columns of counts stand where their dates are, which is what they say; fingers get a chooser (see touch.test.ts). */
const placedByTime = '.cell[data-bin], [role=columnheader]';

/** Everything that can be pressed, with the box in which a press counts. */
export function targetsOf(element: ReportTimelineElement): Target[] {
  return [...element.shadowRoot!.querySelectorAll(controls)].flatMap((node) => {
    if (node.matches(placedByTime) || !node.checkVisibility({ visibilityProperty: true })) return [];
    // A region that can be scrolled by keys is nothing to be pressed.
    if (node.matches('[role=region][tabindex]')) return [];
    const box = (node.matches('input') ? (node.closest('label') ?? node) : node).getBoundingClientRect();
    return box.width > 0 && box.height > 0 ? [{ node, box }] : [];
  });
}

/** Links and buttons in a line of text have the height of that line (WCAG 2.2, 2.5.8, "inline"). */
function isInline({ node }: Target): boolean {
  if (!node.matches('a, .link') || !getComputedStyle(node).display.startsWith('inline')) return false;
  return textOf(node.parentElement) !== textOf(node);
}

/** What lies over the rest: what it covers cannot be pressed by mistake. */
const layerOf = (node: Element): Element | null => node.closest('.panel, .chooser, dialog');

const middleOf = ({ left, top, width, height }: DOMRect) => [left + width / 2, top + height / 2] as const;

const isSmall = ({ box }: Target): boolean => box.width < least - 0.01 || box.height < least - 0.01;

/** True when the circle around a small target meets another one, or the circle of another small one. */
function isTooNear(target: Target, other: Target): boolean {
  const [x, y] = middleOf(target.box);
  const [otherX, otherY] = middleOf(other.box);
  if (isSmall(other) && Math.hypot(x - otherX, y - otherY) < least) return true;
  const { left, right, top, bottom } = other.box;
  const nearest = [Math.min(Math.max(x, left), right), Math.min(Math.max(y, top), bottom)] as const;
  return Math.hypot(x - nearest[0], y - nearest[1]) < least / 2;
}

/**
 * Targets that are neither 24 by 24 CSS pixels nor have as much room to themselves: a circle of 24 pixels around the
 * middle of each that meets no other target (WCAG 2.2, 2.5.8).
 */
export function tooSmall(element: ReportTimelineElement): string[] {
  const targets = targetsOf(element);
  return targets.flatMap((target) => {
    if (!isSmall(target) || isInline(target)) return [];
    const { node, box } = target;
    const isMine = (other: Target): boolean =>
      node.contains(other.node) || other.node.contains(node) || layerOf(node) !== layerOf(other.node);
    const near = targets.find((other) => other !== target && !isMine(other) && isTooNear(target, other));
    if (!near) return [];
    const size = `${box.width.toFixed(1)} × ${box.height.toFixed(1)}`;
    return [`${describe(node)}, ${size}, beside ${describe(near.node)}`];
  });
}

const describe = (node: Element): string =>
  `${node.tagName.toLowerCase()}.${node.getAttribute('class') ?? ''} “${(node.getAttribute('aria-label') ?? textOf(node)).slice(0, 30)}”`;

import type { CellTree, Disclosure, Scale } from '~/types/survey-scores'
import { closeLine, figures, openLine, NO_SHARE, presentLine, STEPS, total, type Line } from './cell'

/**
 * What of the replies may be shown, so that nobody's answer can be worked out, not by subtracting published figures
 * from each other either. Pure. Explained in docs/scoring.md. Source: domain rules 3.4; Cox, JASA 75 (1980) for
 * complementary suppression.
 *
 * The promise: for every hidden count of people there is another table, differing in that count, that would have been
 * published with exactly the same figures. The search for that witness moves one reply each in two areas and two
 * answers, so that all totals stay as they are.
 */

/** One reply given another answer. */
type Swap = readonly [from: number, to: number]
/** Lines of one table, and whether their sum is published beside them. */
interface Table {
  lines: readonly Line[]
  summed: boolean
  scale: Scale
}

/** Whether a line would look the same after a swap of hidden answers. */
function looksSame(line: Line, [from, to]: Swap, scale: Scale): boolean {
  const [one = 0, other = 0] = [line.counts[from], line.counts[to]]
  if (line.hidden[from] !== true || line.hidden[to] !== true || one === 0) {
    return false
  }
  if (line.seen?.step !== line.step) {
    line.seen = { step: line.step, figures: figures(line.counts, line, scale) }
  }
  const moved = line.counts.map((count, at) => (at === from ? one - 1 : at === to ? other + 1 : count))
  return line.seen?.figures === figures(moved, line, scale)
}

/** Swaps that change a hidden count of a line and nothing that is seen of the line. */
const swapsOf = (line: Line, answer: number, scale: Scale): Swap[] =>
  line.counts
    .flatMap((_, other): Swap[] => [
      [answer, other],
      [other, answer],
    ])
    .filter(([from, to]) => from !== to)
    .filter((swap) => looksSame(line, swap, scale))

const back = ([from, to]: Swap): Swap => [to, from]

/** Whether another table with the same published figures has another count at this place. */
function hasWitness({ lines, summed, scale }: Table, line: Line, answer: number): boolean {
  return swapsOf(line, answer, scale).some(
    (swap) => !summed || lines.some((beside) => beside !== line && looksSame(beside, back(swap), scale)),
  )
}

/**
 * Closed lines together are a group of people too, whose counts are what the rest leaves of the total: there must be
 * several, and the rules for one area hold for them together. Closes the smallest beside until that is so.
 */
function closeEnough(lines: readonly Line[], scale: Scale): boolean {
  const closed = lines.filter((line) => line.closed && line.replies > 0)
  if (closed.length === 0) {
    return true
  }
  const population = total(closed.map((line) => line.population))
  const counts = scale.points.map((_, answer) => total(closed.map((line) => line.counts[answer] ?? 0)))
  if (closed.length > 1 && openLine({ population, counts }, scale).reason === undefined) {
    return true
  }
  const next = smallestOpen(lines)
  if (next === undefined) {
    return false
  }
  closeLine(next, 'beside')
  return closeEnough(lines, scale)
}

const smallestOpen = (lines: readonly Line[]): Line | undefined =>
  lines.filter(({ closed, replies }) => !closed && replies > 0).sort((a, b) => a.replies - b.replies)[0]

/** One step less exact, if there is one. */
function coarsen(line: Line | undefined): boolean {
  if (line === undefined || line.step === STEPS.length - 1) {
    return false
  }
  line.step = (line.step ?? -1) + 1
  return true
}

/** Hides the lowest count that a line still shows: dearer answers, as the score, are given up later. */
function hideNext(line: Line): boolean {
  const shown = line.counts.filter((count, answer) => line.hidden[answer] !== true && count > 0)
  const next = line.counts.findIndex(
    (count, answer) => line.hidden[answer] !== true && count === Math.min(...shown),
  )
  line.hidden = line.hidden.map((hidden, answer) => hidden || answer === next)
  return next >= 0
}

/** The line with two more counts hidden. */
function hide(line: Line, swap: Swap): Line {
  const hidden = line.hidden.map((before, at) => before || swap.includes(at))
  return { ...line, hidden, step: line.step ?? 0 }
}

/** Largest line beside that can answer one of the swaps if it hides the two counts as well. */
function partnerOf({ lines, scale }: Table, line: Line, swaps: readonly Swap[]) {
  const open = lines.filter((one) => one !== line && !one.closed).sort((a, b) => b.replies - a.replies)
  for (const beside of open) {
    const swap = swaps.find((one) => looksSame(hide(beside, one), back(one), scale))
    if (swap !== undefined) {
      return { beside, swap }
    }
  }
  return undefined
}

/**
 * Gives up a little more for the sake of a count that is not safe: of its own line, while no swap passes
 * unseen there, the share, more counts, exactness; then two counts of a line beside; then exactness beside; at last all of a line.
 */
function giveUp(table: Table, line: Line, answer: number): boolean {
  const { lines, summed, scale } = table
  const swaps = swapsOf(line, answer, scale)
  if (swaps.length === 0 && ((line.step === NO_SHARE && hideNext(line)) || coarsen(line))) {
    return true
  }
  const partner = summed ? partnerOf(table, line, swaps) : undefined
  if (partner !== undefined) {
    Object.assign(partner.beside, hide(partner.beside, partner.swap))
    partner.beside.reason ??= 'beside'
    return true
  }
  const inexact = lines.find(
    (one) => one !== line && swaps.some(([from, to]) => one.hidden[from] === true && one.hidden[to] === true),
  )
  if (coarsen(inexact)) {
    return true
  }
  const next = smallestOpen(lines)
  if (next !== undefined) {
    closeLine(next, 'beside')
  }
  return next !== undefined
}

/** Makes every hidden count of the lines safe; false when their sum itself gives one away. */
function protect(table: Table): boolean {
  // What is given up for one count may make another lose its witness, so until a round changes nothing.
  for (let changed = true; changed;) {
    changed = false
    for (const line of table.lines) {
      for (const [answer, count] of line.counts.entries()) {
        while (line.hidden[answer] === true && count > 0 && !hasWitness(table, line, answer)) {
          changed = true
          if (!giveUp(table, line, answer)) {
            return false
          }
        }
      }
    }
  }
  return true
}

/** The parts of an area; undefined when the area's own figures give one of them away. */
function discloseParts(tree: CellTree, whole: boolean, forced: ReadonlySet<string>, scale: Scale) {
  const lines = tree.parts.map((part) => openLine(part, scale))
  lines.forEach((line, i) => {
    if (!whole || forced.has(tree.parts[i]?.code ?? '')) {
      closeLine(line, 'beside')
    }
    // Parts never say more than their whole, or they would add up to it.
    line.step = whole ? line.step : STEPS.length - 1
  })
  return !whole || (closeEnough(lines, scale) && protect({ lines, summed: true, scale })) ? lines : undefined
}

/** One attempt: fills `found` from the top downwards; the code of an area that must be closed first, if any. */
function descend(
  tree: CellTree,
  line: Line,
  found: Map<string, Disclosure>,
  forced: ReadonlySet<string>,
  scale: Scale,
): string | undefined {
  found.set(tree.code, presentLine(line))
  const lines = discloseParts(tree, line.step === undefined, forced, scale)
  if (lines === undefined) {
    return tree.code
  }
  for (const [i, part] of tree.parts.entries()) {
    const below = lines[i]
    const failed = below === undefined ? undefined : descend(part, below, found, forced, scale)
    if (failed !== undefined) {
      return failed
    }
  }
  return undefined
}

/**
 * What may be shown of every area of a survey for one question. Together with each area's number of replies nothing
 * published lets a hidden count be worked out. The audit is on plain counts: a weighted score tells less than a plain
 * one, and the drawn-in score and its interval must be shown as exactly as the score, no more.
 *
 * Of a question with several choices each choice is a table of its own: chosen and not chosen.
 *
 * @param root everything asked, with the areas that make it up; not all people of an area need have replied
 * @returns by area code
 */
export function disclose(root: CellTree, scale: Scale): Map<string, Disclosure> {
  const forced = new Set<string>()
  for (;;) {
    const found = new Map<string, Disclosure>()
    const line = openLine(root, scale)
    if (forced.has(root.code)) {
      closeLine(line, 'beside')
    }
    protect({ lines: [line], summed: false, scale })
    const failed = descend(root, line, found, forced, scale)
    if (failed === undefined) {
      return found
    }
    forced.add(failed)
  }
}

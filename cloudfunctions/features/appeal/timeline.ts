import type { AppealStepView } from '~/types/appeal'
import type { PictureView } from '~/types/picture'
import type { VoiceView } from '~/types/voice'
import type { Row } from '../../core/schema'
import type { Actor } from '../../core/actor'
import { bodyName, residentName, type Naming } from './names'
import { HEARD } from './asking'
import { isOwnWord } from './workflow'

type Step = Row<'appealStep'>
interface Telling extends Naming {
  /** Who reads. */
  actor: Actor
  /** What was said about the handling since then is not fixed, and for nobody else yet. */
  notFixedSince: Date | undefined
  pictures: Map<string, PictureView[]>
  voices: Map<string, VoiceView[]>
}

/** Steps between offices: the public learns of what is decided, not of who argued. */
const INTERNAL = [
  'appeal.object',
  'appeal.decideObjection',
  'appeal.handOver',
  'appeal.extend',
  'appeal.remind',
  'appeal.ask',
  'appeal.call',
  'appeal.pass',
]
/** What neighbours do not see: what the person added later, and the offices among themselves. */
const KEPT = ['appeal.supplement', 'appeal.contact', 'appeal.urge', 'appeal.overdue', ...INTERNAL]

function presentStep(naming: Telling, step: Step): AppealStepView {
  const { relation, notFixedSince, pictures, voices } = naming
  const resident = residentName(naming, step.userId, naming.actor.user.id)
  // A neighbour learns that the case was rated or taken up again, not what was said with it.
  // What departments are called to do is said among the offices.
  const office = relation !== 'staff' && step.action === 'appeal.whistle'
  const unripe = relation !== 'own' && notFixedSince !== undefined && step.at >= notFixedSince
  const kept =
    office || (unripe && HEARD.includes(step.action)) || (relation === 'neighbour' && isOwnWord(step.action))
  return {
    id: step.id,
    action: step.action as AppealStepView['action'],
    by: step.byResident ? resident : bodyName(naming, step.byCode, step.byDepartment),
    words: kept ? '' : step.words,
    pictures: kept ? [] : (pictures.get(step.id) ?? []),
    voices: kept ? [] : (voices.get(step.id) ?? []),
    at: step.at.toISOString(),
  }
}

/** The history as the reader may see it. */
export function presentTimeline(naming: Telling, steps: Step[]): AppealStepView[] {
  const hidden = naming.relation === 'neighbour' ? KEPT : naming.relation === 'own' ? INTERNAL : []
  return steps.filter(({ action }) => !hidden.includes(action)).map((step) => presentStep(naming, step))
}

import type { AnnouncementStatus } from '~/types/announcement'
import type { Workflow } from '../../core/workflow'

/** manage: whoever sends in that area · second: another person of the place or above · clock: the timer. */
export type AnnouncementRule = 'manage' | 'second' | 'clock'
export type AnnouncementMove = `announcement.${'approve' | 'publish' | 'withdraw' | 'start' | 'end'}`

export const announcementWorkflow: Workflow<AnnouncementMove, AnnouncementStatus, AnnouncementRule> = {
  'announcement.approve': {
    from: ['waiting'],
    to: ['ready', 'declined'],
    rule: 'second',
    needs: [],
    tells: 'announcement.decided',
  },
  'announcement.publish': {
    from: ['ready'],
    to: ['published', 'scheduled'],
    rule: 'manage',
    needs: [],
    tells: 'announcement.published',
  },
  'announcement.start': {
    from: ['scheduled'],
    to: 'published',
    rule: 'clock',
    needs: [],
    tells: 'announcement.published',
  },
  'announcement.end': { from: ['published'], to: 'ended', rule: 'clock', needs: [], tells: null },
  'announcement.withdraw': {
    from: ['waiting', 'ready', 'scheduled', 'published'],
    to: 'withdrawn',
    rule: 'manage',
    needs: ['reason'],
    tells: null,
  },
}

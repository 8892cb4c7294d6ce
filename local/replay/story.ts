import type { Action, Input, Output } from '~/types/api'

/** Who plays: openids of invented people. */
export interface Cast {
  family: string
  /** The worker of the grid from which he left. */
  worker: string
  neighbour: string
  /** The worker of a grid some kilometres away, and that grid. */
  witness: string
  seenIn: string
}

/** What a step may do: act as somebody, at a time of the story's day. */
export interface Stage {
  cast: Cast
  /** Id of the search once it has been reported, else empty. */
  id: string
  /** The moment of the story's day, HH:MM in Shanghai; ISO 8601, UTC. */
  at(time: string): string
  call<A extends Action>(openid: string, action: A, input: Input<A>): Promise<Output<A>>
}

export interface Step {
  /** HH:MM in Shanghai. */
  at: string
  words: string
  act?(stage: Stage): Promise<void>
}

const LEFT_AT = '12:00'
const WIDER = '每15分钟重算一次:人可能走到哪里,就通知到哪里,近的先收到'

/** A man left at noon on a blue bicycle without a telephone; the grids looked, and he was home at five. */
export const STORY: Step[] = [
  { at: LEFT_AT, words: '爷爷吃过午饭,骑着蓝色自行车出了门,没带手机' },
  {
    at: '13:45',
    words: '家里人找不到他,先打110,又在小程序里报了走失',
    async act(stage) {
      const { id } = await stage.call(stage.cast.family, 'missing.report', {
        ...{ name: '钱大爷', sex: 'male', age: 78, needsHelp: true, travel: 'bicycle' },
        ...{ looks: '灰棉袄,蓝色自行车,没带手机', place: '村东头小卖部', lastSeenAt: stage.at(LEFT_AT) },
        ...{ kinship: 'child', contactName: '小钱', contactPhone: '19900001234', agreed: true },
      })
      stage.id = id
    },
  },
  {
    at: '13:52',
    words: '网格员给家里打了电话,情况属实,请大家一起找',
    act: ({ call, cast, id }) =>
      call(cast.worker, 'missing.verify', { id, words: '给家属打过电话,已报110' }).then(() => undefined),
  },
  { at: '14:10', words: WIDER },
  { at: '14:30', words: WIDER },
  {
    at: '15:05',
    words: '几公里外的网格员在桥头看到一位骑蓝车的老人,报了线索',
    act: ({ call, cast, id, at }) =>
      call(cast.witness, 'missing.sight', {
        ...{ id, self: true, seenAt: at('15:00'), areaCode: cast.seenIn },
        ...{ place: '桥头', direction: 'east', words: '推着车,走得慢' },
      }).then(() => undefined),
  },
  {
    at: '15:10',
    words: '线索核实可信,圈的中心移到那里',
    async act({ call, cast, id }) {
      const { sightings } = await call(cast.worker, 'missing.info', { id })
      const [sighting] = sightings
      if (sighting !== undefined) {
        await call(cast.worker, 'missing.confirmSighting', {
          ...{ id, sightingId: sighting.id, confirmed: true, place: '河边的桥头' },
        })
      }
    },
  },
  {
    at: '15:20',
    words: '邻居去桥头那一片找,大家不挤在一处',
    act: ({ call, cast, id }) =>
      call(cast.neighbour, 'missing.search', { id, areaCode: cast.seenIn, street: '河边小路' }).then(
        () => undefined,
      ),
  },
  { at: '15:40', words: WIDER },
  { at: '16:10', words: WIDER },
  { at: '16:40', words: WIDER },
  {
    at: '17:00',
    words: '找到了,平安到家。还没发的不再发,收到过的群都说一声谢谢',
    act: ({ call, cast, id }) =>
      call(cast.worker, 'missing.found', { id, finding: 'found_safe' }).then(() => undefined),
  },
]

import { randomUUID } from 'node:crypto'
import { createAgent, parseReply, send, type Call } from '~/test/faults/client'
import { percentile } from './figures'

export interface Person {
  openid: string
  userId: string
  areaCode: string
}

/** A new appeal of the person, under a key of its own. */
export function newSubmit({ openid, areaCode }: Person): Call<'appeal.submit'> {
  const text = '村口第三根电线杆上的路灯不亮了,晚上老人走路看不清,请帮忙修一下'
  return {
    openid,
    action: 'appeal.submit',
    input: { text, areaCode, urgency: 'soon', place: '村口' },
    key: randomUUID(),
  }
}

export interface LoadResult {
  perSecond: number
  p50: number
  p95: number
}

/** Submits over `connections` kept-alive connections for some seconds; the people take turns. */
export async function submitFor(
  url: string,
  people: Person[],
  connections: number,
  seconds: number,
): Promise<LoadResult> {
  const agent = createAgent(connections)
  const times: number[] = []
  const started = performance.now()
  const end = started + seconds * 1000
  let turn = 0
  const client = async () => {
    while (performance.now() < end) {
      const person = people[turn++ % people.length]
      if (person === undefined) {
        throw new Error('nobody submits')
      }
      const sent = performance.now()
      const text = await send(url, newSubmit(person), agent)
      if (!parseReply(text).ok) {
        throw new Error(`a submission was refused, so the figure would mean nothing: ${text}`)
      }
      times.push(performance.now() - sent)
    }
  }
  await Promise.all(Array.from({ length: connections }, client))
  const elapsed = (performance.now() - started) / 1000
  agent.destroy()
  return { perSecond: times.length / elapsed, p50: percentile(times, 0.5), p95: percentile(times, 0.95) }
}

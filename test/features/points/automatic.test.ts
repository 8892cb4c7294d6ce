import { mergeDeliverers, type DeliverCtx } from '~/cloudfunctions/core/outbox'
import { askAndTake, openScene as openHelp } from '../help/support'
import { firstShift, moveShift, publish, signUp } from '../activity/support'
import { balanceOf, openScene } from './support'

describe('points that nobody has to propose', () => {
  it('come for turning up, when the organiser confirms it, once; not for who stayed away', async () => {
    const { district, worker, person, neighbour } = await openScene()
    const activity = await publish(district, worker)
    const there = await signUp(person, activity)
    const away = await signUp(neighbour, activity)
    const shiftId = firstShift(activity).id
    await moveShift(district, shiftId, -1)
    await worker.call('activity.checkIn', { id: there.id, proof: { by: 'list' } })
    const signups = [
      { id: there.id, minutes: 60 },
      { id: away.id, absent: true },
    ]
    await worker.call('activity.confirmHours', { shiftId, signups })
    await worker.call('activity.confirmHours', { shiftId, signups })
    await district.runJobs()
    await district.runJobs()
    expect([await balanceOf(person), await balanceOf(neighbour)]).toEqual([2, 0])
    expect((await person.call('points.account', {})).items).toMatchObject([{ rule: 'turned_up', amount: 2 }])
    // The feature that tells the event still does its own part.
    expect((await person.call('notice.list', {})).items.length).toBeGreaterThan(0)
    await district.close()
  })

  it('come for helping, when both say that it is done, to who helped', async () => {
    const scene = await openHelp()
    const id = await askAndTake(scene)
    await scene.asker.call('help.done', { id })
    await scene.district.runJobs()
    expect(await balanceOf(scene.neighbour)).toBe(0)
    await scene.neighbour.call('help.done', { id })
    await scene.district.runJobs()
    expect([await balanceOf(scene.neighbour), await balanceOf(scene.asker)]).toEqual([3, 0])
    await scene.district.close()
  })
})

describe('deliverers of several features', () => {
  it('each do their part of an event they share, in order, and keep those that are theirs alone', async () => {
    const done: string[] = []
    const says = (what: string) => () => Promise.resolve(void done.push(what))
    const merged = mergeDeliverers({ a: says('first'), b: says('alone') }, { a: says('second') })
    expect(Object.keys(merged)).toEqual(['a', 'b'])
    await merged.a?.({} as DeliverCtx, {})
    expect(done).toEqual(['first', 'second'])
  })

  it('do nothing after one that fails, so that the event is tried again whole', async () => {
    const done: string[] = []
    const fails = () => Promise.reject(new Error('no'))
    const merged = mergeDeliverers({ a: fails }, { a: () => Promise.resolve(void done.push('second')) })
    await expect(merged.a?.({} as DeliverCtx, {})).rejects.toThrow('no')
    expect(done).toEqual([])
  })
})

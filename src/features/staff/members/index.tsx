import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { AreaView } from '~/types/area'
import type { MemberView } from '~/types/me'
import { useAction, useMe, usePagedList, useParams } from '@/hooks'
import { goBack, goTo } from '@/navigate'
import { Field, Page, PageState, TextInput } from '@/ui'
import { Linking } from './Linking'
import { Member } from './Member'
import { Unlinking } from './Unlinking'
import './index.scss'

/** The people of one's area: who they are, how sure we are, and putting right what is wrong. */
export default function Members() {
  const { areaCode, pick } = useParams()
  const me = useMe()
  const [words, setWords] = useState('')
  const [moving, setMoving] = useState<MemberView>()
  const [linking, setLinking] = useState<MemberView>()
  const [unlinking, setUnlinking] = useState<MemberView>()
  const code = areaCode ?? me.data?.assignments[0]?.area.code ?? ''
  const input = { areaCode: code, ...(words.trim() !== '' && { words: words.trim() }) }
  const members = usePagedList('membership.list', input, { when: code !== '' })
  const move = useAction('membership.move', { done: '已调整' })

  useEffect(() => {
    const take = (area: AreaView) => {
      if (moving !== undefined) {
        void move.run({ userId: moving.userId, areaCode: area.code })
        setMoving(undefined)
      }
    }
    Taro.eventCenter.on('area.picked', take)
    return () => void Taro.eventCenter.off('area.picked', take)
  }, [moving])

  function startMove(member: MemberView) {
    setMoving(member)
    goTo('/features/area/choose/index', { pick: '1', within: member.area.code.slice(0, 12) })
  }

  function answer(member: MemberView) {
    Taro.eventCenter.trigger('member.picked', member)
    goBack()
  }

  return (
    <Page title={pick === undefined ? '网格里的人' : '选一个人'} state={me}>
      <Field label="按名字找">
        <TextInput label="名字" value={words} max={20} placeholder="写一个字也行" onChange={setWords} />
      </Field>
      <PageState
        query={members}
        isEmpty={members.items.length === 0}
        empty={{ icon: 'group', title: '没有找到人', line: '把小程序转发到网格群,邻居点开就会出现在这里' }}
      >
        {members.items.map((member) => (
          <Member
            key={member.userId}
            member={member}
            onMove={() => startMove(member)}
            onLink={() => setLinking(member)}
            onUnlink={() => setUnlinking(member)}
            {...(pick !== undefined && { onPick: () => answer(member) })}
          />
        ))}
      </PageState>
      {linking !== undefined && <Linking member={linking} onClose={() => setLinking(undefined)} />}
      {unlinking !== undefined && <Unlinking member={unlinking} onClose={() => setUnlinking(undefined)} />}
    </Page>
  )
}

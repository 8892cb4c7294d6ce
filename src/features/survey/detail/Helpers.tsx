import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { AreaView } from '~/types/area'
import type { MemberView } from '~/types/me'
import type { SurveyView } from '~/types/survey'
import { useAction } from '@/hooks'
import { goTo } from '@/navigate'
import { Button, Card, Notice, Row, SectionTitle } from '@/ui'
import './Helpers.scss'

/** Who goes from door to door with paper, and asking one more; the judged are refused by the server. */
export function Helpers({ survey }: { survey: SurveyView }) {
  const { id, helpers, areaCodes } = survey
  const [person, setPerson] = useState<MemberView>()
  const [area, setArea] = useState<AreaView>()
  const appoint = useAction('survey.appoint', { done: '请好了' })
  const dismiss = useAction('survey.dismiss', { done: '已取消' })

  useEffect(() => {
    const takePerson = (picked: MemberView) => setPerson(picked)
    const takeArea = (picked: AreaView) => setArea(picked)
    Taro.eventCenter.on('member.picked', takePerson)
    Taro.eventCenter.on('area.picked', takeArea)
    return () => {
      Taro.eventCenter.off('member.picked', takePerson)
      Taro.eventCenter.off('area.picked', takeArea)
    }
  }, [])

  async function ask() {
    if (person === undefined || area === undefined) {
      void Taro.showToast({ title: '请先选好人和地方', icon: 'none' })
      return
    }
    if ((await appoint.run({ id, userId: person.userId, areaCode: area.code })) !== undefined) {
      setPerson(undefined)
      setArea(undefined)
    }
  }

  const within = areaCodes.length === 1 ? areaCodes[0] : undefined
  return (
    <>
      <SectionTitle>上门收纸票的帮手</SectionTitle>
      <Card>
        {helpers.length === 0 && (
          <View className="helpers__none">
            没有手机的人,由帮手上门,本人填纸票,帮手录进来。被评的人不能当帮手。
          </View>
        )}
        {helpers.map(({ userId, name, areaName, areaCode }) => (
          <View key={`${userId}-${areaCode}`} className="helpers__one">
            <View className="helpers__words">
              <View>{name}</View>
              <View className="helpers__where">{areaName}</View>
            </View>
            <Button
              kind="ghost"
              size="small"
              label={`不用${name}帮忙了`}
              loading={dismiss.busy}
              onTap={() => void dismiss.run({ id, userId })}
            >
              不用了
            </Button>
          </View>
        ))}
        {appoint.failure !== undefined && <Notice tone="red">{appoint.failure.message}</Notice>}
        <Row
          label="谁来帮忙"
          value={person?.name ?? '选人'}
          onTap={() => goTo('/features/staff/members/index', { pick: '1' })}
        />
        <Row
          label="在哪个村"
          value={area?.name ?? '选地方'}
          onTap={() => goTo('/features/area/choose/index', { pick: '1', level: 'village', within })}
        />
        <View className="helpers__ask">
          <Button size="middle" kind="soft" loading={appoint.busy} onTap={() => void ask()}>
            请他帮忙
          </Button>
        </View>
      </Card>
    </>
  )
}

import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { AreaView } from '~/types/area'
import type { SurveyView } from '~/types/survey'
import type { DoorElectorView } from '~/types/survey-paper'
import { useCall, useDraft } from '@/hooks'
import { goTo } from '@/navigate'
import { Button, Card, Field, Notice, Page, PageState, Row, TextInput } from '@/ui'

interface Props {
  survey: SurveyView
  onPick(elector: DoorElectorView): void
}
/** The grid stays for the next door; whoever lives there does not. */
interface Where {
  area?: Pick<AreaView, 'code' | 'fullName'>
}

/** Grid and door number, and who is asked behind it. Whether they have voted is not said here. */
export function Finder({ survey, onPick }: Props) {
  const { id, title, areaCodes } = survey
  const [{ area }, change] = useDraft<Where>(`survey.door.${id}`, {})
  const [door, setDoor] = useState('')
  const [asked, setAsked] = useState('')
  const found = useCall(
    'survey.atDoor',
    { id, areaCode: area?.code ?? '', door: asked },
    { when: area !== undefined && asked !== '' },
  )

  useEffect(() => {
    const take = ({ code, fullName }: AreaView) => change({ area: { code, fullName } })
    Taro.eventCenter.on('area.picked', take)
    return () => void Taro.eventCenter.off('area.picked', take)
  }, [])

  const items = found.data?.items ?? []
  const within = areaCodes.length === 1 ? areaCodes[0] : undefined
  return (
    <Page title="录入纸票">
      <Notice tone="gold">请本人自己填纸票,您只照着录。不要替人选,也不要看着人填。</Notice>
      <Card>
        <View>{title}</View>
        <Row
          label="哪个网格"
          value={area?.fullName ?? '选网格'}
          onTap={() => goTo('/features/area/choose/index', { pick: '1', level: 'grid', within })}
        />
      </Card>
      <Field label="几号门?">
        <TextInput
          label="门牌号"
          value={door}
          max={20}
          placeholder="比如:12号"
          onChange={setDoor}
          onConfirm={() => setAsked(door.trim())}
        />
        <Button
          size="middle"
          disabled={area === undefined || door.trim() === ''}
          onTap={() => setAsked(door.trim())}
        >
          找这家人
        </Button>
      </Field>
      {asked !== '' && (
        <PageState
          query={found}
          isEmpty={items.length === 0}
          empty={{ icon: 'search', title: '没有找到', line: '名单里没有这个门牌,请看看网格和门牌号对不对' }}
        >
          <Card>
            {items.map((elector) => (
              <Row
                key={elector.residentId}
                label={elector.name}
                hint={elector.door}
                value="录他的票"
                onTap={() => onPick(elector)}
              />
            ))}
          </Card>
        </PageState>
      )}
    </Page>
  )
}

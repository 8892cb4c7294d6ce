import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { AREA_LEVELS, type AreaLevel, type AreaView } from '~/types/area'
import { useMe } from '@/hooks'
import { LEVEL_NAMES } from '@/labels/me'
import { goTo } from '@/navigate'
import { Button, ChipGroup, Field } from '@/ui'
import './form.scss'

type Place = Pick<AreaView, 'code' | 'name'>
interface Props {
  areas: Place[]
  error: string | undefined
  onChange(areas: Place[]): void
}

/** Which places are asked: one’s own whole area with one tap, or parts of it. */
export function Areas({ areas, error, onChange }: Props) {
  const me = useMe()
  const mine = me.data?.assignments.map(({ area }) => area) ?? []
  const top = mine[0]
  const below = AREA_LEVELS.slice(top === undefined ? 1 : AREA_LEVELS.indexOf(top.level) + 1)
  const [level, setLevel] = useState<AreaLevel>()
  const latest = useRef(areas)
  latest.current = areas
  const add = ({ code, name }: Place) => {
    // A place inside another one would be asked twice.
    const others = latest.current.filter((one) => !one.code.startsWith(code) && !code.startsWith(one.code))
    onChange([...others, { code, name }])
  }

  useEffect(() => {
    const take = (picked: AreaView) => add(picked)
    Taro.eventCenter.on('area.picked', take)
    return () => void Taro.eventCenter.off('area.picked', take)
  }, [])

  return (
    <Field label="问哪些地方?" error={error}>
      {areas.map(({ code, name }) => (
        <View key={code} className="surveyform__line">
          <View className="surveyform__grow">{name}</View>
          <Button
            kind="ghost"
            size="small"
            label={`去掉${name}`}
            onTap={() => onChange(areas.filter((one) => one.code !== code))}
          >
            去掉
          </Button>
        </View>
      ))}
      <ChipGroup
        label="加一个地方"
        value={level}
        options={[
          ...(top === undefined ? [] : [{ value: top.level, label: `${top.name}全部` }]),
          ...below.map((value) => ({ value, label: `加一个${LEVEL_NAMES[value]}` })),
        ]}
        onChange={(chosen) => {
          setLevel(undefined)
          if (top !== undefined && chosen === top.level) {
            add(top)
          } else {
            goTo('/features/area/choose/index', { pick: '1', level: chosen, within: top?.code })
          }
        }}
      />
    </Field>
  )
}

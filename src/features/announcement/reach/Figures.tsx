import { View } from '@tarojs/components'
import type { ReachView } from '~/types/announcement'
import { Bar, Card, Row } from '@/ui'
import { percent, shareOf } from '../view'
import { Stuck } from './Stuck'
import './index.scss'

interface LineProps {
  label: string
  part: number
  whole: number
  tone: 'green' | 'gold' | 'peach'
  figure: string
}

function Line({ label, part, whole, tone, figure }: LineProps) {
  return (
    <View className="reach__line">
      <View className="reach__label">{label}</View>
      <View className="reach__bar">
        <Bar share={shareOf(part, whole)} tone={tone} />
      </View>
      <View className="reach__figure">{figure}</View>
    </View>
  )
}

/** How far it has got: told is not seen, and a shared card is not an opened one. */
export function Figures({ data }: { data: ReachView }) {
  const { grids, told, stuck, shared, confirmed, people, opened, answered } = data.total
  return (
    <>
      <Card>
        {grids > 1 && (
          <Line label="网格已通知" part={told} whole={grids} tone="green" figure={`${told}/${grids}`} />
        )}
        {grids > 0 && (
          <Line
            label="群里已到"
            part={confirmed}
            whole={grids}
            tone="green"
            figure={`${confirmed}/${grids}`}
          />
        )}
        <Line label="打开看过" part={opened} whole={people} tone="gold" figure={percent(opened, people)} />
        {data.answer !== 'read' && (
          <Line
            label="已经回复"
            part={answered}
            whole={people}
            tone="peach"
            figure={percent(answered, people)}
          />
        )}
        <Row
          label={`用小程序的有${people}人`}
          hint={`打开${opened}人${data.answer === 'read' ? '' : `,回复${answered}人`}${
            grids > 0 ? `;网格员已转发${shared}个群` : ''
          }`}
        />
      </Card>
      <Stuck areaCode={data.areaCode} stuck={stuck} />
      {(data.choices.length > 0 || data.sum !== undefined) && (
        <Card>
          {data.choices.map(({ label, count }) => (
            <Row key={label} label={label} value={`${count}人`} />
          ))}
          {data.sum !== undefined && <Row label="报上来一共" value={String(data.sum)} />}
        </Card>
      )}
    </>
  )
}

import { useState } from 'react'
import { WEATHERS, type MissingView, type Weather } from '~/types/missing'
import { useAction, useCall, useParams } from '@/hooks'
import { WEATHER_LABELS } from '@/labels/missing'
import { Button, ChipGroup, Field, Notice, Page, SectionTitle } from '@/ui'
import { Ended } from '../components/Ended'
import { Person } from '../components/Person'
import { Searching } from '../components/Searching'
import { End } from './End'
import { Judge } from './Judge'
import { Reach } from './Reach'
import { Verify } from './Verify'

/** How often an open page looks for news, in milliseconds. */
const EVERY_MS = 15_000

/** The weather sets the pace of the rings; saying so also keeps the search going. */
function Pace({ missing: { id, weather } }: { missing: MissingView }) {
  const [chosen, setChosen] = useState<Weather>(weather)
  const extend = useAction('missing.extend', { done: '接着找' })
  return (
    <Field label="现在天气" hint="天冷、天热和夜里,通知得更快">
      <ChipGroup
        label="现在天气"
        value={chosen}
        options={WEATHERS.map((value) => ({ value, label: WEATHER_LABELS[value] }))}
        onChange={(one) => setChosen(one)}
      />
      <Button
        kind="soft"
        size="middle"
        loading={extend.busy}
        onTap={() => void extend.run({ id, weather: chosen })}
      >
        按这个天气接着找
      </Button>
    </Field>
  )
}

/** For who leads the search and for the family: verify, judge sightings, see reach, end it. */
export default function MissingLead() {
  const { id = '' } = useParams()
  const query = useCall('missing.info', { id }, { every: EVERY_MS })
  const missing = query.data
  const over = missing !== undefined && missing.endedAt !== null
  const judged = missing?.sightings.filter(({ can }) => can.includes('missing.confirmSighting')) ?? []
  return (
    <Page title="负责找人" state={query}>
      {missing !== undefined && over && <Ended missing={missing} />}
      {missing !== undefined && !over && (
        <>
          <Person missing={missing} />
          {missing.can.includes('missing.verify') && <Verify missing={missing} />}
          {missing.policeFirst && missing.status === 'with_police' && (
            <Notice tone="gold">已经交给公安,由公安确认以后再发动大家。</Notice>
          )}
          {judged.length > 0 && <SectionTitle>要核实的线索</SectionTitle>}
          {judged.map((sighting) => (
            <Judge key={sighting.id} id={id} relation={missing.relation} sighting={sighting} />
          ))}
          <End missing={missing} />
          {missing.can.includes('missing.reach') && <Reach id={id} />}
          <Searching missing={missing} />
          {missing.can.includes('missing.extend') && <Pace missing={missing} />}
        </>
      )}
    </Page>
  )
}

import { identityGroups, newcomer, type Identity, type IdentityGroup } from './identity'
import type { GridView } from '../host/views'

interface Props {
  grid: GridView
  identity: Identity | undefined
  onChoose(identity: Identity): void
}

/** 我现在是: one card for each kind of person of the grid. */
export function IdentityPicker({ grid, identity, onChoose }: Props) {
  return (
    <section aria-label="我现在是">
      <h2>我现在是</h2>
      {identityGroups(grid).map((group) => (
        <IdentityCard key={group.key} group={group} identity={identity} onChoose={onChoose} />
      ))}
      <button
        type="button"
        className={`option ${identity?.isNew ? 'on' : ''}`}
        aria-pressed={identity?.isNew === true}
        onClick={() => onChoose(newcomer())}
      >
        <span>没进过群的新居民</span>
        {identity?.isNew === true && <span className="aside">再点换一位</span>}
      </button>
    </section>
  )
}

interface CardProps {
  group: IdentityGroup
  identity: Identity | undefined
  onChoose(identity: Identity): void
}

function IdentityCard({ group, identity, onChoose }: CardProps) {
  const active = group.people.find(
    (person) => person.openid === identity?.openid && person.label === identity.label,
  )
  const shown = active ?? group.people[0]
  if (shown === undefined) {
    return (
      <button type="button" className="option" disabled>
        <span>{group.label}</span>
        <span className="aside">还没有人</span>
      </button>
    )
  }
  const several = active !== undefined && group.people.length > 1
  return (
    <div className={`option-box ${active ? 'on' : ''}`}>
      <button
        type="button"
        className={`option ${active ? 'on' : ''}`}
        aria-pressed={active !== undefined}
        onClick={() => onChoose(shown)}
      >
        <span>{shown.label}</span>
        <span className="aside">{shown.name}</span>
      </button>
      {several && (
        <div className="people" role="group" aria-label="换一位">
          {group.people.map((person) => (
            <button
              key={`${person.openid}${person.label}`}
              type="button"
              className={`person ${person === active ? 'on' : ''}`}
              aria-pressed={person === active}
              onClick={() => onChoose(person)}
            >
              {group.key === 'department_officer' ? person.label.split(' · ')[0] : person.name || '没留名字'}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

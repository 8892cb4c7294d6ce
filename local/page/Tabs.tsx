export type Tab = 'side' | 'phone' | 'chat'
const TABS: [Tab, string][] = [
  ['side', '身份与时间'],
  ['phone', '手机'],
  ['chat', '网格群'],
]

/** On narrow screens one of the three columns is shown at a time. */
export function Tabs({ tab, onTab }: { tab: Tab; onTab(tab: Tab): void }) {
  return (
    <nav className="tabs" aria-label="换一栏">
      {TABS.map(([value, label]) => (
        <button
          key={value}
          type="button"
          aria-current={tab === value ? 'page' : undefined}
          className={tab === value ? 'on' : ''}
          onClick={() => onTab(value)}
        >
          {label}
        </button>
      ))}
    </nav>
  )
}

import type { GroupMessageView } from '../host/views'

interface Props {
  message: GroupMessageView
  /** Written by the person who holds the phone. */
  mine: boolean
  onOpen(message: GroupMessageView): void
}

/** One message of the chat: words in a bubble, or a mini program card. */
export function MessageItem({ message, mine, onOpen }: Props) {
  const isWorker = message.fromRole === 'grid_worker'
  const face = isWorker ? '网' : message.from === '一位邻居' ? '邻' : ([...message.from][0] ?? '邻')
  return (
    <li className={`message ${mine ? 'mine' : ''}`}>
      <span className={`face ${isWorker ? 'worker' : ''}`} aria-hidden="true">
        {face}
      </span>
      <div className="said">
        <span className="who">{message.from}</span>
        {message.kind === 'text' ? (
          <p className="bubble">{message.text}</p>
        ) : (
          <button type="button" className="card" onClick={() => onOpen(message)}>
            <b className="card-title">{message.title}</b>
            {message.body !== '' && <span className="card-body">{message.body}</span>}
            <span className={`card-picture tone-${message.tone}`}>{message.label || '微网格'}</span>
            <span className="card-source">微网格 · 点开看进度</span>
          </button>
        )}
      </div>
    </li>
  )
}

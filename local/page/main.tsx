import { createRoot } from 'react-dom/client'
import { App } from './App'
import './main.css'
import './side.css'
import './chat.css'
import { Replay } from './Replay'
import './screens.css'
import './replay.css'

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(window.location.pathname === '/replay' ? <Replay /> : <App />)
}

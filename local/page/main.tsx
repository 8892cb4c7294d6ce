import { createRoot } from 'react-dom/client'
import { App } from './App'
import './main.css'
import './side.css'
import './chat.css'
import './screens.css'

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(<App />)
}

import { ShopClock } from '../clock'
import { Directory } from './directory'
import { frame } from './frame'
import { channels } from './channels'
import { clockSection } from './clock-section'
import { documents } from './documents'
import { faults } from './faults'
import { files } from './files'
import { log } from './log'
import { messages } from './messages'
import { payments } from './payments'
import { people } from './people'
import { refunds } from './refunds'
import { settings } from './settings'
import { transfers } from './transfers'
import type { Section } from './section'

/** The sections in the order of the navigation. */
const sections: readonly [Section, ...Section[]] = [
  people,
  clockSection,
  payments,
  refunds,
  transfers,
  messages,
  channels,
  documents,
  files,
  log,
  faults,
  settings,
]

frame(sections, { clock: new ShopClock(), people: new Directory() })

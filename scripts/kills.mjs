// npm run kills -- [--every k] [--flows a,b] [--random n]
// Kills the local cloud at every write of every flow, and at random: nothing may be lost.
import { runSimulator } from './run-simulator.mjs'

await runSimulator('kills')

// npm run simulate -- <seed> <days> [--mode real|fast] [--steps n] [--seeds n] [--faults a,b]
// Plays a street of shoppers from a seed, with faults, and an auditor who looks into the books.
import { runSimulator } from './run-simulator.mjs'

await runSimulator('main')

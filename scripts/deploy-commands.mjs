// What the shop needs of its environment, as commands of the CloudBase CLI (tcb 3 or later):
// `tcb api` calls Tencent Cloud's interfaces CreateTable, UpdateTable, UpdateFunctionConfiguration.

/** Stands for the environment's id, which the shell fills in. */
const ENVIRONMENT = '<environment>'

/** What CreateTable takes: no more than 96 of these, and no `_` in front. */
const NAME = /^[A-Za-z0-9-][A-Za-z0-9_-]{0,95}$/
/** What CloudBase takes; the one on `_id` counts and is there by itself. */
const MOST_INDEXES = 20
const LEVELS = ['READONLY', 'PRIVATE', 'ADMINWRITE', 'ADMINONLY']

const tcb = (what, ...args) => ({ what, command: ['tcb', ...args, '-e', ENVIRONMENT] })
const api = (what, action, body) =>
  tcb(what, 'api', 'tcb', action, '--body', JSON.stringify({ EnvId: ENVIRONMENT, ...body }))

/** Each collection with its permission and its indexes, one command for each of the three. */
export function databaseCommands({ collections }) {
  return Object.entries(collections).flatMap(([name, { permission, indexes }]) => {
    if (!NAME.test(name)) throw new Error(`CloudBase takes no collection named ${name}`)
    if (!LEVELS.includes(permission)) throw new Error(`${name}: no permission ${permission}`)
    if (indexes.length >= MOST_INDEXES)
      throw new Error(`${name}: more than ${MOST_INDEXES} indexes`)
    const level = permission.toLowerCase()
    return [
      api(`collection ${name}`, 'CreateTable', {
        TableName: name,
        PermissionInfo: { EnvId: ENVIRONMENT, AclTag: permission },
      }),
      tcb(`permission ${name}`, 'permission', 'set', `collection:${name}`, '--level', level),
      ...indexes.map((index) => indexCommand(name, index)),
    ]
  })
}

/** One index a command, so that a repeat goes on where the last one stopped. */
function indexCommand(collection, { name, fields, unique }) {
  const keys = fields.map(([field, order]) => ({ Name: field, Direction: String(order) }))
  return api(`index ${collection}.${name}`, 'UpdateTable', {
    TableName: collection,
    CreateIndexes: [{ IndexName: name, MgoKeySchema: { MgoIsUnique: unique, MgoIndexKeys: keys } }],
  })
}

/** Time, memory and doors of the functions, by their config.json; environment variables stay. */
export function functionCommands(functions) {
  const settings = Object.entries(functions).map(([name, { timeout, memory }]) =>
    api(`function ${name}`, 'UpdateFunctionConfiguration', {
      ...{ FunctionName: name, Timeout: timeout, MemorySize: memory },
    }),
  )
  const closed = Object.entries(functions).filter(([, { clients }]) => clients === false)
  const rule = Object.fromEntries([
    ...closed.map(([name]) => [name, { invoke: false }]),
    ['*', { invoke: true }],
  ])
  const level = ['--level', 'custom', '--rule', JSON.stringify(rule)]
  return [...settings, tcb('function rules', 'permission', 'set', 'function', ...level)]
}

/** A word as a shell reads it, the environment filled in. */
function quoted(word) {
  if (word === ENVIRONMENT) return '"$environment"'
  if (/^[\w:.-]+$/.test(word)) return word
  const safe = word.replaceAll("'", `'\\''`).replaceAll(ENVIRONMENT, `'"$environment"'`)
  return `'${safe}'`
}

/**
 * Commands as a script, `sh FILE ENVIRONMENT`. Each is tried, whatever became of the others; what
 * failed is told with the CLI's own words, and the script fails.
 */
export function scriptOf(commands) {
  const lines = commands.map(
    ({ what, command }) => `attempt ${quoted(what)} ${command.map(quoted).join(' ')}`,
  )
  return `#!/bin/sh
# Written by \`npm run rehearse\`. What is there already fails, and nothing is changed by that.
environment="\${1:?which environment? sh $0 ENVIRONMENT}"
failed=0
attempt() {
  what="$1"
  shift
  if words="$("$@" 2>&1)"; then
    echo "done: $what"
  else
    echo "failed: $what"
    echo "$words"
    failed=$((failed + 1))
  fi
}
${lines.join('\n')}
echo "$failed of ${commands.length} failed"
[ "$failed" -eq 0 ]
`
}

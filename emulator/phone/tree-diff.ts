/**
 * Brings the tree on the screen in line with a newly rendered one. Takes the place of
 * j-component's own
 * comparison, which leaves a keyed list in the wrong order when an element moves down past others.
 */
import diff, { type RenderedNode } from 'j-component/src/render/diff'
import render from 'j-component/src/render/render'
import exparser, { type WxElement } from 'miniprogram-exparser'

/** j-component's mark for a piece of text. */
const textNode = 18

function isSame(old: RenderedNode, next: RenderedNode): boolean {
  return old.type === next.type && old.componentId === next.componentId && old.key === next.key
}

/** Only what changed is passed on: an untouched `value` must not overwrite what was typed since. */
function changedAttributes(old: RenderedNode, next: RenderedNode) {
  const before = new Map(old.attrs.map(({ name, value }) => [name, value]))
  const after = new Set(next.attrs.map(({ name }) => name))
  const gone = old.attrs.filter(({ name }) => !after.has(name))
  return [
    ...next.attrs.filter(({ name, value }) => !before.has(name) || before.get(name) !== value),
    ...gone.map(({ name }) => ({ name, value: undefined })),
  ]
}

function updateEvents(node: WxElement, old: RenderedNode, next: RenderedNode): void {
  const describe = ({ event }: RenderedNode) =>
    JSON.stringify(Object.values(event).map(({ id: _, ...binding }) => binding))
  if (describe(old) === describe(next)) {
    next.event = old.event
    return
  }
  for (const { name, isCapture, id } of Object.values(old.event)) {
    exparser.removeListenerFromElement(node, name, id, { capture: isCapture })
  }
  render.updateEvent(node, next.event)
}

/**
 * For each new child the old one it goes on from: the one with its key, else the next without one.
 */
function pairChildren(
  old: readonly RenderedNode[],
  next: readonly RenderedNode[],
): Map<RenderedNode, RenderedNode> {
  const keyed = new Map<string, RenderedNode>()
  const free: RenderedNode[] = []
  for (const child of old) {
    if (child.key !== undefined && child.key !== '' && !keyed.has(child.key)) {
      keyed.set(child.key, child)
    } else free.push(child)
  }
  const pairs = new Map<RenderedNode, RenderedNode>()
  for (const child of next) {
    const byKey = child.key === undefined ? undefined : keyed.get(child.key)
    if (byKey) keyed.delete(child.key ?? '')
    const at = child.key ? -1 : free.findIndex((one) => isSame(one, child))
    const partner = byKey ?? free.splice(at, at < 0 ? 0 : 1)[0]
    if (partner && isSame(partner, child)) pairs.set(child, partner)
  }
  return pairs
}

function updateChildren(parent: WxElement, old: RenderedNode, next: RenderedNode): void {
  const pairs = pairChildren(old.children, next.children)
  const kept = new Set(pairs.values())
  for (const child of old.children) {
    if (!kept.has(child)) parent.removeChild(child.exparserNode)
  }
  next.children.forEach((child, index) => {
    const partner = pairs.get(child)
    if (partner) update(partner, child)
    else render.renderExparserNode(child, null, parent.ownerShadowRoot ?? parent)
    const here = parent.childNodes[index]
    if (here === child.exparserNode) return
    if (here) parent.insertBefore(child.exparserNode, here)
    else parent.appendChild(child.exparserNode)
  })
}

/** Updates the node of `old` to look like `next`; both stand for the same element. */
function update(old: RenderedNode, next: RenderedNode): void {
  const node = old.exparserNode
  next.exparserNode = node
  node._vt = next
  if (old.type === textNode) {
    if (old.content !== next.content) node.textContent = next.content
    return
  }
  const attributes = changedAttributes(old, next)
  if (attributes.length > 0) render.updateAttrs(node, attributes)
  updateEvents(node, old, next)
  updateChildren(node, old, next)
}

/** Puts our comparison in the framework's place. */
export function installTreeDiff(): void {
  diff.diffVt = update
}
